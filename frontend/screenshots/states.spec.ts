import { expect, type Page } from "@playwright/test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { choose, hidePermissions, open, register } from "../e2e/support/app";
import { freshPrefix, put } from "../e2e/support/aws";
import { OTHERS, setRules } from "../e2e/support/cors";
import { bigFile, smallFiles } from "../e2e/support/files";
import { DESKTOP, PHONE, shot } from "./shot";
import { test } from "../e2e/support/test";

let work: string;
test.beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "s3loader-"));
});
test.afterAll(() => rm(work, { recursive: true }));

async function english(page: Page): Promise<void> {
  await page.getByRole("button", { name: /한국어/ }).click();
  await page.getByRole("menuitemradio", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
}

test("the form: empty, refused, dark, English, phone", async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await page.goto("/");
  await expect(page.getByLabel("Access Key ID")).toBeVisible();
  await shot(page, "form-ko");
  await page.getByLabel("Access Key ID").fill("AKIAIOSFODNN7EXAMPLE");
  await page
    .getByLabel("Secret Access Key", { exact: true })
    .fill("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
  await page.getByRole("button", { name: "등록" }).click();
  await expect(page.getByText(/AWS에 없는/).first()).toBeVisible();
  await shot(page, "form-refused-ko");
  await page.emulateMedia({ colorScheme: "dark" });
  await shot(page, "form-refused-dark-ko");
  await page.setViewportSize(PHONE);
  await shot(page, "form-refused-phone-dark-ko");
  await english(page);
  await page.emulateMedia({ colorScheme: "light" });
  await shot(page, "form-refused-phone-en");
});

test("the list: buckets, objects, empty, filter, errors, account", async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await freshPrefix("demo-reports", "e2e/empty/");
  await register(page, "demo-full");
  await page.goto("/");
  await expect(page.getByRole("link", { name: /demo-photos/ })).toBeVisible();
  await shot(page, "home-ko");
  await open(page, "demo-photos");
  await shot(page, "list-ko");
  await open(page, "demo-reports", "logs/");
  await shot(page, "list-long-ko");
  await page.emulateMedia({ colorScheme: "dark" });
  await shot(page, "list-long-dark-ko");
  await page.emulateMedia({ colorScheme: "light" });
  await page.getByRole("searchbox", { name: /필터/ }).fill("nothing like this");
  await shot(page, "filter-nothing-ko");
  await page.goto("/b/demo-reports?prefix=e2e%2Fempty%2F");
  await expect(page.getByText("이 경로는 비어 있어요")).toBeVisible();
  await shot(page, "empty-ko");
  await page.goto("/b/no-such-bucket-anywhere");
  await expect(page.getByText("버킷이 없어요")).toBeVisible();
  await shot(page, "bucket-not-found-ko");
  await page.getByRole("button", { name: /user\/demo-full/ }).click();
  await shot(page, "account-ko");
  await page.keyboard.press("Escape");
  await open(page, "demo-photos");
  await english(page);
  await shot(page, "list-en");
  await page.setViewportSize(PHONE);
  await shot(page, "list-phone-en");
  await open(page, "demo-reports", "logs/");
  await page.emulateMedia({ colorScheme: "dark" });
  await shot(page, "list-phone-dark-en");
});

test("without s3:ListAllMyBuckets", async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await register(page, "demo-nolist");
  await expect(page.getByText(/s3:ListAllMyBuckets/)).toBeVisible();
  await shot(page, "no-list-ko");
  await page.setViewportSize(PHONE);
  await shot(page, "no-list-phone-ko");
});

test("transfers: moving, done, conflict, refused", async ({ page }) => {
  test.setTimeout(240_000);
  await page.setViewportSize(DESKTOP);
  await freshPrefix("demo-reports", "inbox/2026/");
  await put("demo-reports", "inbox/2026/보고서 최종.xlsx", "old");
  const big = [
    await bigFile(join(work, "제품 소개 영상 2026년 11월 최종.mp4"), 420_000_000),
    await bigFile(join(work, "raw-footage.mov"), 260_000_000),
  ];
  const small = await smallFiles(join(work, "small"), 24);
  await register(page, "demo-full");
  await open(page, "demo-reports", "inbox/2026/");
  await choose(page, [...big, ...small]);
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await shot(page, "conflict-ko");
  await page.setViewportSize(PHONE);
  await shot(page, "conflict-phone-ko");
  await page.setViewportSize(DESKTOP);
  await page.getByRole("alertdialog").getByRole("button", { name: "둘 다 두기" }).click();
  const dock = page.getByRole("region", { name: "전송" });
  await expect(dock.getByText(/B\/s/).first()).toBeVisible();
  await shot(page, "transfer-ko");
  await page.emulateMedia({ colorScheme: "dark" });
  await shot(page, "transfer-dark-ko");
  await page.setViewportSize(PHONE);
  await shot(page, "transfer-phone-dark-ko");
  await page.emulateMedia({ colorScheme: "light" });
  await shot(page, "transfer-phone-ko");
  await page.setViewportSize(DESKTOP);
  await expect(dock.getByText("26 완료")).toBeVisible({
    timeout: 180_000,
  });
  await shot(page, "transfer-done-ko");
});

test("transfers refused", async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await freshPrefix("demo-reports", "e2e/reader/");
  const files = await smallFiles(join(work, "refused"), 4);
  await hidePermissions(page);
  await register(page, "demo-reader");
  await open(page, "demo-reports", "e2e/reader/");
  await choose(page, files);
  await expect(page.getByRole("region", { name: "전송" }).getByText("4 실패")).toBeVisible();
  await shot(page, "transfer-refused-ko");
  await english(page);
  await shot(page, "transfer-refused-en");
});

test("the CORS doctor: a failed row, the page, its question, mended, refused", async ({ page }) => {
  const bucket = "demo-no-cors";
  await setRules(bucket, OTHERS);
  await freshPrefix(bucket, "e2e/cors/");
  await page.setViewportSize(DESKTOP);
  await register(page, "demo-reader");
  await page.goto(`/b/${bucket}/cors`);
  await page.getByRole("heading", { level: 1 }).hover();
  await page.getByRole("button", { name: "규칙 추가" }).hover();
  await expect(page.getByRole("tooltip")).toBeVisible();
  await shot(page, "cors-refused-ko");
  await page.evaluate(() => {
    localStorage.clear();
  });
  await register(page, "demo-full");
  await open(page, bucket, "e2e/cors/");
  await choose(page, await smallFiles(join(work, "blocked"), 4));
  await page.getByRole("link", { name: "진단하고 고치기" }).click();
  const repair = page.getByRole("button", { name: "규칙 추가" });
  await expect(repair).toBeEnabled();
  await shot(page, "cors-blocked-ko");
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ colorScheme: "dark" });
  await shot(page, "cors-blocked-phone-dark-ko");
  await english(page);
  await page.getByRole("button", { name: "Add rule" }).click();
  await shot(page, "cors-question-phone-dark-en");
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(DESKTOP);
  await shot(page, "cors-question-en");
  await page.getByRole("alertdialog").getByRole("button", { name: "Add rule" }).click();
  await expect(page.getByRole("heading", { name: "You can upload now" })).toBeVisible();
  await shot(page, "cors-mended-en");
  await setRules(bucket);
});

test("permissions: matrix, reason, policies, nothing readable, phone, dark, English", async ({
  page,
}) => {
  await page.setViewportSize(DESKTOP);
  await register(page, "demo-uploader");
  await page.goto("/permissions?bucket=demo-reports&prefix=inbox%2F");
  await page.getByRole("button", { name: /^허용, 파일 다운로드.*inbox/ }).click();
  await shot(page, "permissions-ko");
  await page.emulateMedia({ colorScheme: "dark" });
  await shot(page, "permissions-dark-ko");
  await page.getByRole("button", { name: "명령문 보기" }).click();
  await shot(page, "policies-dark-ko");
  await page.emulateMedia({ colorScheme: "light" });
  await page.getByRole("tab", { name: "JSON" }).click();
  await shot(page, "policies-json-ko");
  await page.setViewportSize(PHONE);
  await page.getByRole("tab", { name: "할 수 있는 일" }).click();
  await page.getByRole("button", { name: /^파일 다운로드/ }).click();
  await shot(page, "permissions-phone-ko");
  await page.goto("/permissions?place=no-such-bucket-anywhere/");
  await expect(page.getByText("버킷이 없어요")).toBeVisible();
  await shot(page, "permissions-failed-phone-ko");
});

test("permissions of an identity that reads no policies", async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await register(page, "demo-reader");
  await page.goto("/permissions?bucket=demo-reports&prefix=inbox%2F");
  await page.getByRole("button", { name: /^모름, 파일 삭제.*inbox/ }).click();
  await shot(page, "permissions-unknown-ko");
  await english(page);
  await shot(page, "permissions-unknown-en");
  await page.getByRole("tab", { name: "Policies" }).click();
  await shot(page, "policies-unreadable-en");
});

test("deletion: off with its reason, the question, a phone", async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await register(page, "demo-reader");
  await open(page, "demo-photos");
  await page.getByRole("link", { name: /2025/ }).first().click();
  await english(page);
  await page.getByRole("button", { name: "Delete", exact: true }).press("Enter");
  await expect(page.getByRole("button", { name: "Check permission" })).toBeVisible();
  await shot(page, "delete-off-en");
});

test("deletion: selected files and the question", async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await register(page, "demo-full");
  await open(page, "demo-reports", "logs/");
  await page.getByRole("grid").focus();
  await page.keyboard.press("ArrowDown");
  for (let at = 0; at < 4; at++) await page.keyboard.press("Shift+ArrowDown");
  await shot(page, "selected-ko");
  await page.getByRole("button", { name: "삭제", exact: true }).click();
  await shot(page, "delete-ko");
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ colorScheme: "dark" });
  await shot(page, "delete-phone-dark-ko");
  await page.getByRole("button", { name: "취소" }).click();
  await shot(page, "selected-phone-dark-ko");
});
