import { PutBucketVersioningCommand } from "@aws-sdk/client-s3";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { open, register } from "./support/app";
import { freshPrefix, objects, put, s3 } from "./support/aws";
import { test } from "./support/test";

const BUCKET = "demo-reports";
const PREFIX = "e2e/delete/";
const FIELD = "삭제를 원하시면 아래 입력창에 delete를 입력 후 확인 버튼을 누르세요";

const kept = async () =>
  [...(await objects(BUCKET, PREFIX)).keys()]
    .map((key) => key.slice(PREFIX.length))
    .filter(Boolean);

async function openFiles(page: Page, count: number): Promise<void> {
  await freshPrefix(BUCKET, PREFIX);
  for (let at = 1; at <= count; at++) await put(BUCKET, `${PREFIX}f${at}.txt`, "x".repeat(at));
  await register(page, "demo-full");
  await open(page, BUCKET, PREFIX);
  await expect(page.getByText(`모두 ${count}개`)).toBeVisible();
}

test("three files go by mouse: checkboxes, button, word, confirm; S3 no longer has them", async ({
  page,
}) => {
  await openFiles(page, 5);
  for (const name of ["f1.txt", "f2.txt", "f4.txt"]) {
    await page.getByRole("checkbox", { name }).click();
  }
  await expect(page.getByText("3개 선택됨 · 7 B")).toBeVisible();
  await page.getByRole("button", { name: "삭제", exact: true }).click();
  const dialog = page.getByRole("alertdialog", { name: "파일 3개를 삭제할까요?" });
  await expect(dialog.getByRole("textbox", { name: FIELD })).toBeFocused();
  const confirm = dialog.getByRole("button", { name: "확인" });
  await expect(confirm).toHaveAttribute("aria-disabled", "true");
  await expect(dialog.getByText("버전을 보관하지 않는 버킷이라 되돌릴 수 없어요.")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.type("delete");
  expect(await kept()).toHaveLength(5);
  await confirm.click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("3개를 삭제했어요")).toBeVisible();
  await expect(page.getByText("모두 2개")).toBeVisible();
  expect(await kept()).toEqual(["f3.txt", "f5.txt"]);
});

test("three files go by keyboard alone, and the focus goes on in the list", async ({ page }) => {
  await openFiles(page, 5);
  await page.getByRole("grid").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByText("3개 선택됨 · 9 B")).toBeVisible();
  await page.keyboard.press("Delete");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("textbox", { name: FIELD })).toBeFocused();
  await page.keyboard.type("Delete");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("delete");
  await page.keyboard.press("Enter");
  await expect(page.getByText("모두 2개")).toBeVisible();
  expect(await kept()).toEqual(["f1.txt", "f5.txt"]);
  await expect(page.locator("[data-row='1'] [tabindex='0']")).toBeFocused();
});

test("Escape calls it off: nothing goes, the selection and the focus stay", async ({ page }) => {
  await openFiles(page, 2);
  await page.getByRole("checkbox", { name: "f2.txt" }).click();
  await page.keyboard.press("Delete");
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("alertdialog")).toBeHidden();
  await expect(page.getByRole("checkbox", { name: "f2.txt" })).toBeFocused();
  await expect(page.getByText("1개 선택됨 · 2 B")).toBeVisible();
  expect(await kept()).toHaveLength(2);
});

test("2,500 files go in three calls with progress", async ({ page }) => {
  test.setTimeout(180_000);
  await freshPrefix(BUCKET, PREFIX);
  const names = Array.from({ length: 2500 }, (_, at) => `${PREFIX}${String(at).padStart(4, "0")}`);
  for (let at = 0; at < names.length; at += 50) {
    await Promise.all(names.slice(at, at + 50).map((key) => put(BUCKET, key, "x")));
  }
  await register(page, "demo-full");
  await open(page, BUCKET, PREFIX);
  await page.getByRole("grid").focus();
  await expect(async () => {
    await page.keyboard.press("End");
    await expect(page.getByText("모두 2,500개")).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Control+a");
  await expect(page.getByText("2,500개 선택됨 · 2.5 KB")).toBeVisible();
  const calls: number[] = [];
  page.on("request", (request) => {
    if (!request.url().endsWith("/api/objects/delete")) return;
    calls.push((request.postDataJSON() as { keys: string[] }).keys.length);
  });
  await page.keyboard.press("Delete");
  await expect(page.getByRole("alertdialog").getByText("외 2,490개")).toBeAttached();
  await expect(page.getByRole("alertdialog").getByRole("textbox")).toBeFocused();
  await page.keyboard.type("delete");
  await page.keyboard.press("Enter");
  await expect(page.getByText("2,500개를 삭제했어요")).toBeVisible({ timeout: 90_000 });
  expect(calls).toEqual([1000, 1000, 500]);
  expect(await kept()).toEqual([]);
});

test("in a versioned bucket it says before and after that only delete markers are written", async ({
  page,
}) => {
  const versioning = (Status: "Enabled" | "Suspended") =>
    s3().send(
      new PutBucketVersioningCommand({
        Bucket: "demo-photos",
        VersioningConfiguration: { Status },
      }),
    );
  await freshPrefix("demo-photos", PREFIX);
  await versioning("Enabled");
  try {
    await put("demo-photos", `${PREFIX}old.txt`, "x");
    await register(page, "demo-full");
    await open(page, "demo-photos", PREFIX);
    await page.getByRole("checkbox", { name: "old.txt" }).click();
    await page.keyboard.press("Delete");
    const dialog = page.getByRole("alertdialog");
    await expect(dialog.getByRole("textbox")).toBeFocused();
    await expect(dialog.getByText(/버전 관리 버킷이라 삭제 표시만 남겨요/)).toBeVisible();
    await page.keyboard.type("delete");
    await page.keyboard.press("Enter");
    await expect(page.getByText(/버전 관리 버킷이라 삭제 표시만 남겼어요/)).toBeVisible();
  } finally {
    await versioning("Suspended");
  }
});

test("what could not be deleted stays selected, with the reason", async ({ page }) => {
  await openFiles(page, 3);
  await page.route("**/api/objects/delete", async (route) => {
    const { keys } = route.request().postDataJSON() as { keys: string[] };
    const results = keys.map((key) => ({
      key,
      outcome: key.endsWith("f2.txt") ? "failed" : "deleted",
      code: key.endsWith("f2.txt") ? "object_locked" : null,
      detail: null,
    }));
    await route.fulfill({ json: { results } });
  });
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await expect(page.getByRole("alertdialog").getByRole("textbox")).toBeFocused();
  await page.keyboard.type("delete");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("alertdialog", { name: "1개를 삭제하지 못했어요" });
  await expect(dialog.getByText("객체가 잠겨 있어요")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByText("1개 선택됨 · 2 B")).toBeVisible();
  await expect(page.getByRole("row", { selected: true })).toHaveCount(1);
});
