import { expect } from "@playwright/test";
import { register } from "../e2e/support/app";
import { freshPrefix, put } from "../e2e/support/aws";
import {
  bar,
  BUCKET,
  dock,
  download,
  LARGE,
  openDownloads,
  putRandom,
  reached,
} from "../e2e/support/downloads";
import { pickFolder, writeThere } from "../e2e/support/folder";
import { Wire } from "../e2e/support/wire";
import { DESKTOP, PHONE, shot } from "./shot";
import { test } from "../e2e/support/test";

const PREFIX = "e2e/pictures/";

test("downloads: a taken local name, moving, paused, done, phone, dark", async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await freshPrefix(BUCKET, PREFIX);
  await putRandom(`${PREFIX}제품 소개 영상 2026년 11월 최종.mp4`, LARGE);
  await putRandom(`${PREFIX}보고서: 초안?.xlsx`, 48_200);
  await put(BUCKET, `${PREFIX}회의록.txt`, "S3에 있는 내용");
  const wire = await Wire.between(page);
  wire.holdAfter(3);
  await openDownloads(page, PREFIX);
  await writeThere(page, "회의록.txt", "폴더에 있는 내용");
  await download(page, "보고서: 초안?.xlsx", "제품 소개 영상 2026년 11월 최종.mp4", "회의록.txt");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toBeVisible();
  await shot(page, "download-conflict-ko");
  await page.setViewportSize(PHONE);
  await shot(page, "download-conflict-phone-ko");
  await page.setViewportSize(DESKTOP);
  await dialog.getByRole("button", { name: "둘 다 두기" }).click();
  await reached(bar(page, "제품 소개 영상 2026년 11월 최종.mp4"), 10);
  await shot(page, "downloading-ko");
  await page.emulateMedia({ colorScheme: "dark" });
  await shot(page, "downloading-dark-ko");
  await page.setViewportSize(PHONE);
  await shot(page, "downloading-phone-dark-ko");
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(DESKTOP);
  await page.getByRole("button", { name: "모두 일시정지" }).click();
  await expect(dock(page).getByText("일시정지", { exact: true })).toBeVisible();
  await shot(page, "download-paused-ko");
  wire.release();
  await page.getByRole("button", { name: "모두 이어서" }).click();
  await expect(dock(page).getByText("3 완료")).toBeVisible({ timeout: 60_000 });
  await shot(page, "download-done-ko");
  wire.close();
});

test("settings: no folder, a folder, a browser that cannot choose one", async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await pickFolder(page);
  await register(page, "demo-full");
  await page.goto("/settings");
  const choose = page.getByRole("button", { name: "폴더 고르기" });
  await expect(choose).toBeVisible();
  await shot(page, "settings-none-ko");
  await choose.click();
  await expect(page.getByText("쓸 수 있어요")).toBeVisible();
  await shot(page, "settings-ko");
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ colorScheme: "dark" });
  await shot(page, "settings-phone-dark-ko");
  await page.addInitScript(() => Reflect.deleteProperty(window, "showDirectoryPicker"));
  await page.reload();
  await expect(page.getByText(/폴더를 고를 수 없어서/)).toBeVisible();
  await shot(page, "settings-browser-phone-dark-ko");
});
