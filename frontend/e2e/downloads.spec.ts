import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { choose } from "./support/app";
import { freshPrefix, objects, put } from "./support/aws";
import {
  bar,
  BUCKET,
  dock,
  done,
  download,
  downloadAll,
  LARGE,
  openDownloads,
  putRandom,
  putSmall,
  reached,
  transfer,
} from "./support/downloads";
import { bigFile } from "./support/files";
import { folderDigests, sha256, stagedFiles } from "./support/folder";
import { Wire } from "./support/wire";
import { test } from "./support/test";

const PREFIX = "e2e/downloads/";
const NOTHING = sha256("");

test.beforeEach(() => freshPrefix(BUCKET, PREFIX));

test("a tree of 1,200 files on three levels arrives as it is, markers as folders", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const paths = Array.from({ length: 1200 }, (_, at) => {
    return `${["2024/봄", "2024/겨울", "2025"][at % 3]}/${at % 40}/file ${at}.bin`;
  });
  const sent = await putSmall(`${PREFIX}tree/`, paths);
  await put(BUCKET, `${PREFIX}tree/`, "");
  await put(BUCKET, `${PREFIX}tree/빈 폴더/`, "");
  await openDownloads(page, PREFIX);

  await download(page, "tree/");
  await done(page, 1202);
  const expected = Object.entries(sent).map(([path, digest]) => [`tree/${path}`, digest]);
  const folders = { "tree/빈 폴더/": "" };
  expect(await folderDigests(page)).toEqual({ ...Object.fromEntries(expected), ...folders });
  await expect(dock(page).getByText("찾는 중")).toBeHidden();
  expect(await stagedFiles(page)).toEqual([]);
});

test("an empty file arrives empty", async ({ page }) => {
  await put(BUCKET, `${PREFIX}empty.txt`, "");
  await openDownloads(page, PREFIX);
  await download(page, "empty.txt");
  await done(page, 1);
  await expect(bar(page, "empty.txt")).toHaveAttribute("aria-valuenow", "100");
  expect(await folderDigests(page)).toEqual({ "empty.txt": NOTHING });
});

test("downloads and uploads at the same time all end well", async ({ page }) => {
  const work = await mkdtemp(join(tmpdir(), "s3loader-"));
  const up = await bigFile(join(work, "up.bin"), 120_000_000);
  const sent = await putSmall(
    PREFIX,
    Array.from({ length: 30 }, (_, at) => `small ${at}.bin`),
  );
  const large = await putRandom(`${PREFIX}down.bin`, LARGE);
  await openDownloads(page, PREFIX);

  await downloadAll(page);
  await choose(page, up);
  await done(page, 32);
  expect(await folderDigests(page)).toEqual({ "down.bin": large, ...sent });
  expect((await objects(BUCKET, PREFIX)).get(`${PREFIX}up.bin`)).toBe(120_000_000);
  await rm(work, { recursive: true });
});

test("cancelling in the middle leaves nothing behind", async ({ page }) => {
  await putRandom(`${PREFIX}large.bin`, LARGE);
  const wire = await Wire.between(page);
  wire.holdAfter(1);
  await openDownloads(page, PREFIX);
  await download(page, "large.bin");
  await reached(bar(page, "large.bin"), 30);
  expect(await stagedFiles(page)).toHaveLength(1);

  await transfer(page, "large.bin").getByRole("button", { name: "large.bin 취소" }).click();
  await expect(transfer(page, "large.bin").getByText("취소됨")).toBeVisible();
  await expect.poll(() => stagedFiles(page)).toEqual([]);
  expect(await folderDigests(page)).toEqual({});
  wire.close();
});

test("two files come by keyboard alone, and axe finds nothing in the dock", async ({ page }) => {
  await putRandom(`${PREFIX}b.bin`, LARGE);
  const sent = await putSmall(PREFIX, ["a.txt", "c.txt"]);
  const wire = await Wire.between(page);
  wire.holdAfter(2);
  await openDownloads(page, PREFIX);
  await page.getByRole("grid").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("d");

  await expect(transfer(page, "b.bin").getByText("받는 중")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "b.bin 일시정지" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "b.bin 이어서 받기" })).toBeFocused();
  wire.release();
  await page.keyboard.press("Enter");
  await done(page, 2);
  expect(Object.keys(await folderDigests(page))).toEqual(["a.txt", "b.bin"]);
  expect((await folderDigests(page))["a.txt"]).toBe(sent["a.txt"]);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  wire.close();
});
