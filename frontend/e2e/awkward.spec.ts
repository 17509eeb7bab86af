import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { open, register } from "./support/app";
import { freshPrefix, put } from "./support/aws";
import { test } from "./support/test";

test("demo-uploader's bucket opens at the one path it may list; its root stays reachable", async ({
  page,
}) => {
  await freshPrefix("demo-reports", "inbox/e2e/");
  await put("demo-reports", "inbox/e2e/one.txt", "x");
  await register(page, "demo-uploader");
  await page.goto("/b/demo-reports");
  await expect(page.getByRole("grid", { name: "demo-reports/inbox/ 목록" })).toBeVisible();
  await expect(page).toHaveURL(/prefix=inbox%2F/);
  await expect(page.getByText(/볼 수 있는 경로를 바로 열었어요/)).toBeVisible();
  await page.goBack();
  await expect(page).not.toHaveURL(/demo-reports/);
  await page.goForward();

  await page
    .getByRole("navigation", { name: "경로" })
    .getByRole("link", { name: "demo-reports" })
    .click();
  await expect(page.getByRole("alert")).toContainText("s3:ListBucket");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("link", { name: "inbox/" }).click();
  await expect(page.getByRole("grid", { name: "demo-reports/inbox/ 목록" })).toBeVisible();
});

test("a path that is known can be opened where nothing may be listed", async ({ page }) => {
  await register(page, "demo-uploader");
  await page.goto("/b/demo-photos");
  await page.getByRole("textbox", { name: "경로를 아는 경우 직접 열기" }).fill("2026/서울 산책");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/prefix=2026%2F/);
  await expect(page.getByRole("alert")).toContainText("s3:ListBucket");
});

test("keys that expire during a deletion end in the form; nothing is lost", async ({ page }) => {
  await freshPrefix("demo-reports", "e2e/expiry/");
  await put("demo-reports", "e2e/expiry/kept.txt", "kept");
  await register(page, "demo-full");
  await open(page, "demo-reports", "e2e/expiry/");
  await page.getByRole("checkbox", { name: "kept.txt" }).click();
  await page.route("**/api/objects/delete", (route) =>
    route.fulfill({
      status: 401,
      contentType: "application/problem+json",
      json: {
        type: "urn:s3loader:error:credentials_expired",
        title: "expired",
        status: 401,
        code: "credentials_expired",
        detail: "expired",
        requestId: "e2e",
        params: {},
      },
    }),
  );
  await page.keyboard.press("Delete");
  await expect(page.getByRole("alertdialog").getByRole("textbox")).toBeFocused();
  await page.keyboard.type("delete");
  await page.keyboard.press("Enter");
  const form = page.getByRole("alertdialog", { name: "AWS 계정 연결" });
  await expect(form).toBeVisible();
  await expect(form.getByText(/만료/)).toBeVisible();
  await page.unroute("**/api/objects/delete");
  await expect(page.getByText("1개 선택됨 · 4 B")).toBeAttached();
});

test("throttled IAM keeps delete off and says to try again", async ({ page }) => {
  await page.route("**/api/permissions/effective*", (route) =>
    route.fulfill({
      status: 429,
      contentType: "application/problem+json",
      json: {
        type: "urn:s3loader:error:aws_throttled",
        title: "throttled",
        status: 429,
        code: "aws_throttled",
        detail: "throttled",
        requestId: "e2e",
        params: {},
      },
    }),
  );
  await register(page, "demo-full");
  await open(page, "demo-photos");
  const remove = page.getByRole("button", { name: "삭제", exact: true });
  await expect(remove).toHaveAccessibleDescription(/잠시 뒤 다시 시도/);
  await expect(page.getByRole("button", { name: "업로드", exact: true })).not.toHaveAttribute(
    "aria-disabled",
  );
});
