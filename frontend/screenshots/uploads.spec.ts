import { CreateMultipartUploadCommand, UploadPartCommand } from "@aws-sdk/client-s3";
import { expect, type Page } from "@playwright/test";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { choose, open, register } from "../e2e/support/app";
import { freshPrefix, put, s3 } from "../e2e/support/aws";
import { bigFile } from "../e2e/support/files";
import { Parts } from "../e2e/support/parts";
import { DESKTOP, PHONE, shot } from "./shot";
import { test } from "../e2e/support/test";

const BUCKET = "demo-reports";
const PREFIX = "e2e/pictures/";
const PART = 8 * 1024 * 1024;

let work: string;
test.beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "s3loader-"));
});
test.afterAll(() => rm(work, { recursive: true }));

const dock = (page: Page) => page.getByRole("region", { name: "전송" });

test("uploads: verified, moving, paused, after a reload, phone, dark", async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize(DESKTOP);
  await freshPrefix(BUCKET, PREFIX);
  await put(BUCKET, `${PREFIX}회의록.txt`, "회의록");
  const film = await bigFile(join(work, "제품 소개 영상.mp4"), 180_000_000);
  const raw = await bigFile(join(work, "raw-footage.mov"), 120_000_000);
  const report = await bigFile(join(work, "보고서.xlsx"), 48_200);
  await register(page, "demo-full");
  await open(page, BUCKET, PREFIX);
  await choose(page, [report]);
  await expect(dock(page).getByText("1 완료")).toBeVisible();
  const parts = new Parts(page);
  await parts.holdAfter(15);
  await choose(page, [film, raw]);
  await parts.reached(15);
  await dock(page).getByRole("button", { name: "raw-footage.mov 일시정지" }).click();
  await expect(dock(page).getByText("1 일시정지")).toBeVisible();
  await shot(page, "uploading-ko");
  await page.emulateMedia({ colorScheme: "dark" });
  await shot(page, "uploading-dark-ko");
  await page.setViewportSize(PHONE);
  await shot(page, "uploading-phone-dark-ko");
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(DESKTOP);
  page.on("dialog", (leaving) => void leaving.accept());
  await page.reload();
  await expect(dock(page).getByText("2 일시정지")).toBeVisible();
  await shot(page, "uploads-after-reload-ko");
  await dock(page).getByRole("button", { name: "모두 취소" }).click();
});

test("what earlier uploads have left, phone, dark", async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await freshPrefix(BUCKET, PREFIX);
  const Body = randomBytes(PART);
  for (const name of ["2026년 결산 자료.zip", "backup-2026-11-20.sql.gz", "raw-footage.mov"]) {
    const where = { Bucket: BUCKET, Key: PREFIX + name };
    const { UploadId } = await s3().send(new CreateMultipartUploadCommand(where));
    for (const PartNumber of [1, 2])
      await s3().send(new UploadPartCommand({ ...where, UploadId, PartNumber, Body }));
  }
  await register(page, "demo-full");
  await page.goto(`/b/${BUCKET}/unfinished?prefix=${encodeURIComponent(PREFIX)}`);
  await expect(page.getByTitle("raw-footage.mov")).toBeVisible();
  await shot(page, "unfinished-ko");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize(PHONE);
  await shot(page, "unfinished-phone-dark-ko");
  await freshPrefix(BUCKET, PREFIX);
});
