import { expect, type Page } from "@playwright/test";
import { freshPrefix } from "./support/aws";
import {
  bar,
  BUCKET,
  dock,
  download,
  openDownloads,
  putRandom,
  reached,
  transfer,
} from "./support/downloads";
import { askPermissionAgain, folderDigests, pickFolder, stagedFiles } from "./support/folder";
import { Wire } from "./support/wire";
import { test } from "./support/test";

const PREFIX = "e2e/downloads-large/";
const NAME = "영상 300 MB.bin";
const SIZE = 300_000_000;
const RANGE = 16 * 1024 * 1024;

let content: string;
let wire: Wire;

test.beforeAll(async () => {
  await freshPrefix(BUCKET, PREFIX);
  content = await putRandom(PREFIX + NAME, SIZE);
});

test.beforeEach(async ({ page }) => {
  test.setTimeout(120_000);
  wire = await Wire.between(page);
  await openDownloads(page, PREFIX);
});
test.afterEach(() => {
  wire.close();
});

/** Has eight ranges on disk and others under way. */
async function stopInTheMiddle(page: Page): Promise<void> {
  wire.holdAfter(8);
  await download(page, NAME);
  await expect.poll(() => wire.gets.length, { timeout: 30_000 }).toBeGreaterThan(8);
  await reached(bar(page, NAME), 46);
}

async function expectArrived(page: Page): Promise<void> {
  await expect(
    transfer(page, NAME)
      .getByText(/^검증됨 CRC32$/)
      .filter({ visible: true }),
  ).toBeVisible({
    timeout: 60_000,
  });
  expect(await folderDigests(page)).toEqual({ [NAME]: content });
}

/** No range that was on the disk came again: at most those in flight, of which browsers have six. */
function expectLittleTwice(): void {
  expect(wire.sentBytes).toBeGreaterThanOrEqual(SIZE);
  expect(wire.sentBytes - SIZE).toBeLessThan(6 * RANGE);
}

test("300 MB pause, go on where they were, and arrive verified", async ({ page }) => {
  await stopInTheMiddle(page);
  expect(await folderDigests(page)).toEqual({});
  await transfer(page, NAME)
    .getByRole("button", { name: `${NAME} 일시정지` })
    .click();
  await expect(dock(page).getByText("1 일시정지")).toBeVisible();
  wire.release();
  await transfer(page, NAME)
    .getByRole("button", { name: `${NAME} 이어서 받기` })
    .click();
  await expectArrived(page);
  expectLittleTwice();
  expect(await stagedFiles(page)).toEqual([]);
});

test("a reload in the middle of 300 MB: they go on by themselves, and little comes twice", async ({
  page,
}) => {
  await stopInTheMiddle(page);
  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await reached(bar(page, NAME), 44);
  wire.release();
  await expectArrived(page);
  expectLittleTwice();
});

test("a new tab asks once for the folder, and goes on with what a closed one left", async ({
  page,
  context,
}) => {
  await stopInTheMiddle(page);
  await page.close();
  const later = await context.newPage();
  await pickFolder(later);
  await askPermissionAgain(later);
  await later.goto("/");
  await expect(dock(later).getByText("1 일시정지")).toBeVisible();
  wire.release();
  await later.getByRole("button", { name: "모두 이어서" }).click();
  await expectArrived(later);
  expectLittleTwice();
});

test("an object that changes meanwhile begins again, says so, and arrives new", async ({
  page,
}) => {
  const name = "바뀌는 것.bin";
  const size = 160_000_000; // the same again: nothing but its ETag tells
  await putRandom(PREFIX + name, size);
  await page.getByRole("button", { name: "새로고침", exact: true }).click();
  wire.holdAfter(2);
  await download(page, name);
  await reached(bar(page, name), 25);
  const changed = await putRandom(PREFIX + name, size);
  wire.release();
  const row = transfer(page, name);
  await expect(row.getByText("받는 동안 바뀌어서 처음부터 다시 받았어요")).toBeVisible();
  await expect(dock(page).getByText("1 완료")).toBeVisible({ timeout: 30_000 });
  expect(await folderDigests(page)).toEqual({ [name]: changed });
  await freshPrefix(BUCKET, PREFIX + name);
});
