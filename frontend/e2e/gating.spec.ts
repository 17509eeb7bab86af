import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { open, register, registerKeys, textFiles } from "./support/app";
import { freshPrefix, objects, put } from "./support/aws";
import { createUser } from "./support/iam";
import { test } from "./support/test";

const PREFIX = "e2e/gating/";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function openWithFile(page: Page): Promise<void> {
  await open(page, "demo-reports", PREFIX);
  await page.getByRole("checkbox", { name: "kept.txt" }).click();
  await expect(page.getByText("1개 선택됨 · 4 B")).toBeVisible();
}

test.beforeEach(async () => {
  await freshPrefix("demo-reports", PREFIX);
  await put("demo-reports", `${PREFIX}kept.txt`, "kept");
});

test("demo-reader's delete is off with its reason: to the eye, to the keyboard and to screen readers", async ({
  page,
}) => {
  await register(page, "demo-reader");
  await openWithFile(page);
  const reason = /정책을 읽지 못해서 알 수 없어요.*iam:ListUserPolicies/;
  await expect(button(page, "삭제")).toHaveAttribute("aria-disabled", "true");
  await expect(button(page, "삭제")).toHaveAccessibleDescription(reason);

  await button(page, "삭제").hover();
  await expect(page.getByRole("tooltip")).toHaveText(reason);
  await page.mouse.move(0, 0);
  await expect(page.getByRole("tooltip")).toBeHidden();

  await button(page, "다운로드").focus();
  await page.keyboard.press("Tab");
  await expect(button(page, "삭제")).toBeFocused();
  await expect(page.getByRole("tooltip")).toHaveText(reason);

  await page.keyboard.press("Enter");
  await expect(page.getByRole("alertdialog")).toBeHidden();
  await page.getByRole("dialog", { name: reason }).getByRole("link", { name: "권한 보기" }).click();
  await expect(page).toHaveURL(/\/permissions\?bucket=demo-reports&prefix=e2e%2Fgating%2F/);
});

test("demo-reader's upload is off once S3 has refused it: button, key and drop say why", async ({
  page,
}) => {
  await register(page, "demo-reader");
  await open(page, "demo-reports", PREFIX);
  await expect(button(page, "업로드")).toHaveAccessibleDescription(/s3:PutObject/);
  await page.keyboard.press("u");
  const alert = page.getByRole("alert").filter({ hasText: "s3:PutObject" });
  await expect(alert).toBeVisible();
  await alert.locator("..").getByRole("button", { name: "알림 닫기" }).click();
  await drop(page);
  await expect(alert).toBeVisible();
  await expect(page.getByRole("region", { name: "전송" })).toBeHidden();
  expect([...(await objects("demo-reports", PREFIX)).keys()]).toEqual([
    PREFIX,
    `${PREFIX}kept.txt`,
  ]);
});

test("nothing relies on the button: a direct call is refused with the reason", async ({ page }) => {
  await register(page, "demo-reader");
  const answer = await page.evaluate(async (key) => {
    const { token } = JSON.parse(localStorage.getItem("s3loader.account") ?? "{}") as {
      token: string;
    };
    const response = await fetch("/api/objects/delete", {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ bucket: "demo-reports", keys: [key], confirmation: "delete" }),
    });
    return { status: response.status, body: await response.text() };
  }, `${PREFIX}kept.txt`);
  expect(answer.status).toBe(403);
  expect(JSON.parse(answer.body)).toMatchObject({
    code: "access_denied",
    params: { action: "s3:DeleteObject" },
  });
  expect((await objects("demo-reports", PREFIX)).has(`${PREFIX}kept.txt`)).toBe(true);
});

test("who may not get objects reads why downloading is off", async ({ page }) => {
  const lister = {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: ["s3:List*", "s3:PutObject", "iam:Get*", "iam:List*"],
        Resource: "*",
      },
    ],
  };
  await registerKeys(page, await createUser("e2e-gated-lister", [lister]));
  await openWithFile(page);
  await expect(button(page, "다운로드")).toHaveAttribute("aria-disabled", "true");
  await expect(button(page, "다운로드")).toHaveAccessibleDescription(/s3:GetObject/);
  await expect(button(page, "업로드")).not.toHaveAttribute("aria-disabled");
  await page.keyboard.press("d");
  await expect(page.getByRole("alert").filter({ hasText: "s3:GetObject" })).toBeVisible();
  await expect(page.getByRole("region", { name: "전송" })).toBeHidden();
});

test("demo-reader may download: the button is on with a selection, between upload and delete", async ({
  page,
}) => {
  await register(page, "demo-reader");
  await openWithFile(page);
  await expect(button(page, "다운로드")).not.toHaveAttribute("aria-disabled");
  const names = await page
    .getByRole("button", { name: /^(업로드|다운로드|삭제)$/ })
    .allInnerTexts();
  expect(names).toEqual(["업로드", "다운로드", "삭제"]);
});

test("what S3 refuses at run time turns the button off at once", async ({ page }) => {
  await page.route("**/api/permissions/effective*", async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as { actions: { action: string; verdict: string }[] };
    for (const permission of answer.actions) {
      if (permission.action === "s3:DeleteObject") permission.verdict = "allowed";
    }
    await route.fulfill({ json: answer });
  });
  await register(page, "demo-reader");
  await openWithFile(page);
  await page.keyboard.press("Delete");
  await expect(page.getByRole("alertdialog").getByRole("textbox")).toBeFocused();
  await page.keyboard.type("delete");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("alertdialog", { name: "1개를 삭제하지 못했어요" });
  await expect(dialog.getByText(/s3:DeleteObject/)).toBeVisible();
  await dialog.getByRole("button", { name: "닫기" }).click();
  await expect(button(page, "삭제")).toHaveAccessibleDescription(/s3:DeleteObject/);
  await expect(page.getByText("1개 선택됨 · 4 B")).toBeVisible();
});

for (const scheme of ["light", "dark"] as const) {
  test(`axe finds nothing on buttons that are off and what they say, ${scheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await register(page, "demo-reader");
    await openWithFile(page);
    await expect(button(page, "업로드")).toHaveAttribute("aria-disabled", "true");
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await button(page, "삭제").press("Enter");
    await expect(page.getByRole("link", { name: "권한 보기" })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}

/** Drops a file on the list, as from the desktop. */
async function drop(page: Page): Promise<void> {
  const [file] = textFiles("dropped.txt");
  const data = await page.evaluateHandle((name) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["x"], name));
    return transfer;
  }, file?.name ?? "");
  for (const event of ["dragover", "drop"]) {
    await page.getByRole("grid").dispatchEvent(event, { dataTransfer: data });
  }
}
