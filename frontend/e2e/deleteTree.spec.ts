import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { open, register, registerKeys } from "./support/app";
import { freshPrefix, objects, put } from "./support/aws";
import { createUser } from "./support/iam";
import { test } from "./support/test";

const BUCKET = "demo-reports";
const PREFIX = "e2e/tree/";

const kept = async () =>
  [...(await objects(BUCKET, PREFIX)).keys()]
    .map((key) => key.slice(PREFIX.length))
    .filter(Boolean);

async function fill(...names: string[]): Promise<void> {
  await freshPrefix(BUCKET, PREFIX);
  for (let at = 0; at < names.length; at += 50) {
    await Promise.all(names.slice(at, at + 50).map((name) => put(BUCKET, PREFIX + name, "x")));
  }
}

const dialog = (page: Page, name: string | RegExp) => page.getByRole("alertdialog", { name });

/** What may be deleted here is asked when the place is opened. */
async function pressDelete(page: Page): Promise<void> {
  const button = page.getByRole("button", { name: "삭제", exact: true });
  await expect(button).not.toHaveAttribute("aria-disabled");
  await page.keyboard.press("Delete");
}

/** Types the word and confirms; the dialog's field has the focus. */
async function confirm(page: Page): Promise<void> {
  await expect(page.getByRole("alertdialog").getByRole("textbox")).toBeFocused();
  await page.keyboard.type("delete");
  await page.keyboard.press("Enter");
}

test("a path goes with all that is below it, after it was counted; what stands beside it stays", async ({
  page,
}) => {
  await fill("a/", "a/1.txt", "a/b/c/2.txt", "a/b/c/<b>3</b>.txt", "ab.txt", "b/4.txt", "top.txt");
  await register(page, "demo-full");
  await open(page, BUCKET, PREFIX);
  await page.getByRole("checkbox", { name: "a/" }).click();
  await page.getByRole("checkbox", { name: "top.txt" }).click();
  await expect(page.getByText("파일 1개(1 B), 경로 1개 선택됨")).toBeVisible();
  await page.getByRole("button", { name: "삭제", exact: true }).click();
  const asked = dialog(page, "파일 5개를 삭제할까요?");
  await expect(asked.getByText("파일 5개(경로 1개 안의 파일 포함), 모두 5 B예요.")).toBeVisible();
  await expect(asked.getByText("a/b/c/<b>3</b>.txt").first()).toBeAttached();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await confirm(page);
  await expect(page.getByText("5개를 삭제했어요")).toBeVisible();
  await expect(page.getByText("모두 2개")).toBeVisible();
  expect(await kept()).toEqual(["ab.txt", "b/4.txt"]);
});

test("counting can be called off: it stops asking, nothing goes, and it can begin again", async ({
  page,
}) => {
  await fill("a/1.txt");
  await register(page, "demo-full");
  await open(page, BUCKET, PREFIX);
  await page.route(/recursive=true/, () => undefined); // S3 takes its time
  await page.getByRole("checkbox", { name: "a/" }).click();
  await pressDelete(page);
  const counting = dialog(page, "삭제할 파일을 세고 있어요");
  await confirm(page);
  await expect(counting.getByRole("button", { name: "확인" })).toHaveAccessibleDescription(
    "파일을 다 센 뒤에 확인할 수 있어요",
  );
  const stopped = page.waitForEvent("requestfailed", (request) =>
    request.url().includes("recursive=true"),
  );
  await counting.getByRole("button", { name: "취소" }).click();
  await stopped;
  await expect(counting).toBeHidden();
  await expect(page.getByRole("checkbox", { name: "a/" })).toBeFocused();
  await expect(page.getByText("경로 1개 선택됨")).toBeVisible();
  await page.unroute(/recursive=true/);
  await pressDelete(page);
  await expect(dialog(page, "파일 1개를 삭제할까요?")).toBeVisible();
  expect(await kept()).toEqual(["a/1.txt"]);
});

test("of 2,500 files some may not be deleted: every one is accounted for", async ({ page }) => {
  test.setTimeout(180_000);
  const numbered = (path: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${path}${String(at).padStart(4, "0")}`);
  const locked = numbered("a/locked/", 1100);
  await fill(...locked, ...numbered("a/open/", 1000), ...numbered("b/", 400));
  const resource = `arn:aws:s3:::${BUCKET}/${PREFIX}a/locked/*`;
  const document = {
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Action: ["s3:*", "iam:Get*", "iam:List*"], Resource: "*" },
      { Effect: "Deny", Action: "s3:DeleteObject", Resource: resource },
    ],
  };
  await registerKeys(page, await createUser("e2e-tree", [document]));
  await open(page, BUCKET, PREFIX);
  await page.keyboard.press("Control+a");
  await expect(page.getByText("경로 2개 선택됨")).toBeVisible();
  const statuses: number[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith("/api/objects/delete")) statuses.push(response.status());
  });
  await pressDelete(page);
  await expect(dialog(page, "파일 2,500개를 삭제할까요?")).toBeVisible({ timeout: 30_000 });
  await confirm(page);
  const ended = dialog(page, "1,100개를 삭제하지 못했어요");
  await expect(ended).toBeVisible({ timeout: 90_000 });
  await expect(ended.getByText(/2,500개 중 1,400개를 삭제했어요/)).toBeVisible();
  await expect(ended.getByText(/s3:DeleteObject/)).toBeVisible();
  expect(statuses).toEqual([403, 200, 200]);
  expect(await kept()).toEqual(locked);
  await ended.getByRole("button", { name: "닫기" }).click();
  await expect(page.getByText("경로 1개 선택됨")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "a/" })).toBeChecked();
  await expect(page.getByText("모두 1개")).toBeVisible();
});
