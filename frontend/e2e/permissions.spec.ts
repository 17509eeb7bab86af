import { expect } from "@playwright/test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { choose, hidePermissions, open, register } from "./support/app";
import { freshPrefix, objects, unfinished } from "./support/aws";
import { bigFile, smallFiles } from "./support/files";
import { test } from "./support/test";

let files: string[];
let work: string;
test.beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "s3loader-"));
  files = [...(await smallFiles(work, 2)), await bigFile(join(work, "big.bin"), 101_000_000)];
});
test.afterAll(() => rm(work, { recursive: true }));

test("demo-reader's uploads are refused with the reason and leave nothing behind, whatever the button", async ({
  page,
}) => {
  await freshPrefix("demo-reports", "e2e/reader/");
  await hidePermissions(page);
  await register(page, "demo-reader");
  await open(page, "demo-reports", "e2e/reader/");
  await choose(page, files);
  const dock = page.getByRole("region", { name: "전송" });
  await expect(dock.getByText("3 실패")).toBeVisible({ timeout: 30_000 });
  await expect(dock.getByText(/s3:PutObject/).first()).toBeVisible();
  expect([...(await objects("demo-reports", "e2e/reader/")).keys()]).toEqual(["e2e/reader/"]);
  expect(await unfinished("demo-reports")).toEqual([]);
});

test("demo-uploader may upload below inbox/ and nowhere else", async ({ page }) => {
  await freshPrefix("demo-reports", "inbox/e2e/");
  await register(page, "demo-uploader");
  await open(page, "demo-reports", "inbox/e2e/");
  await choose(page, files);
  await expect(page.getByRole("region", { name: "전송" }).getByText("3 완료")).toBeVisible({
    timeout: 60_000,
  });
  expect((await objects("demo-reports", "inbox/e2e/")).size).toBe(4);

  const before = await objects("demo-photos", "");
  await page.goto("/b/demo-photos");
  await expect(page.getByText(/s3:ListBucket/).first()).toBeVisible();
  expect(await objects("demo-photos", "")).toEqual(before);
});

test("demo-nolist opens its bucket by name, and the name is remembered", async ({ page }) => {
  await register(page, "demo-nolist");
  await expect(page.getByText(/s3:ListAllMyBuckets/).first()).toBeVisible();
  await page.getByRole("textbox", { name: "버킷 이름" }).fill("demo-reports");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("grid")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("link", { name: /demo-reports/ }).first()).toBeVisible();
});
