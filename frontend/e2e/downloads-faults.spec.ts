import { expect, type Page } from "@playwright/test";
import { hidePermissions, open, registerKeys } from "./support/app";
import { freshPrefix, put } from "./support/aws";
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
import { folderDigests, pickFolder, pickFolderOnDisk, writeThere } from "./support/folder";
import { createUser } from "./support/iam";
import { type Fate, Wire } from "./support/wire";
import { test } from "./support/test";

const PREFIX = "e2e/downloads-faults/";
const NAME = "large.bin";

let content: string;
let wire: Wire;

test.beforeAll(async () => {
  await freshPrefix(BUCKET, PREFIX);
  content = await putRandom(PREFIX + NAME, LARGE);
});
test.beforeEach(async ({ page }) => {
  wire = await Wire.between(page);
});
test.afterEach(() => {
  wire.close();
});

const row = (page: Page) => transfer(page, NAME);

test("one flipped bit: it fails and says so, nothing is in the folder, and again it works", async ({
  page,
}) => {
  wire.fate = (_, index) => (index === 1 ? "flip" : "whole");
  await openDownloads(page, PREFIX);
  await download(page, NAME);
  await expect(row(page).getByText("받은 내용이 S3의 내용과 달라요")).toBeVisible({
    timeout: 30_000,
  });
  expect(await folderDigests(page)).toEqual({});
  await row(page)
    .getByRole("button", { name: `${NAME} 다시 시도` })
    .click();
  await done(page, 1);
  expect(await folderDigests(page)).toEqual({ [NAME]: content });
});

test("a busy S3, expired URLs and broken connections delay it, and no more", async ({ page }) => {
  const fates: Fate[] = ["busy", "cut", "whole", "busy", "expired", "cut", "busy"];
  wire.fate = () => fates.shift() ?? "whole";
  await openDownloads(page, PREFIX);
  await download(page, NAME);
  await done(page, 1);
  expect(fates).toEqual([]);
  expect(await folderDigests(page)).toEqual({ [NAME]: content });
});

test("a connection on which nothing comes any more is given up after half a minute", async ({
  page,
}) => {
  wire.fate = (_, index) => (index === 1 ? "half" : "whole");
  await page.clock.install();
  await openDownloads(page, PREFIX);
  await download(page, NAME);
  await reached(bar(page, NAME), 60); // of the half range and of what is shown late, the rest
  await page.clock.fastForward(31_000);
  await done(page, 1);
  const stalled = wire.gets[1]?.range;
  expect(wire.gets.filter(({ range }) => range === stalled)).toHaveLength(2);
  expect(await folderDigests(page)).toEqual({ [NAME]: content });
});

test("into a folder to which nothing can be moved, it is copied", async ({ page }) => {
  await openDownloads(page, PREFIX, pickFolderOnDisk);
  await download(page, NAME);
  await done(page, 1);
  expect(await folderDigests(page)).toEqual({ [NAME]: content });
});

test("a full disk stops that file alone, and with room it comes", async ({ page }) => {
  const sent = await putSmall(`${PREFIX}mixed/`, ["a.txt", "b.txt", "c.txt"]);
  const large = await putRandom(`${PREFIX}mixed/${NAME}`, LARGE);
  await openDownloads(page, `${PREFIX}mixed/`);
  await writeThere(page, "mine.txt", "mine");
  const before = await folderDigests(page);
  const setQuota = await quota(page);
  await setQuota(20_000_000);
  await downloadAll(page);
  await done(page, 3);
  await expect(row(page).getByText("디스크에 자리가 없어요")).toBeVisible();
  expect(await folderDigests(page)).toEqual({ ...sent, ...before });
  await setQuota(4_000_000_000);
  await dock(page).getByRole("button", { name: "실패 다시 시도" }).click();
  await done(page, 4);
  expect(await folderDigests(page)).toEqual({ ...sent, ...before, [NAME]: large });
});

async function quota(page: Page) {
  const browser = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  return (quotaSize: number) =>
    browser.send("Storage.overrideQuotaForOrigin", { origin, quotaSize });
}

test("an archived object says that it must be restored first; the others come", async ({
  page,
}) => {
  await putRandom(`${PREFIX}archive/cold.zip`, 1000, { StorageClass: "GLACIER" });
  await put(BUCKET, `${PREFIX}archive/warm.txt`, "warm");
  await openDownloads(page, `${PREFIX}archive/`);
  await downloadAll(page);
  await done(page, 1);
  const cold = transfer(page, "cold.zip");
  await expect(cold.getByText("보관된 파일이라 지금은 받을 수 없어요")).toBeVisible();
  await expect(cold.getByText(/먼저 S3에서 복원을 요청해야 해요/)).toBeVisible();
  expect(Object.keys(await folderDigests(page))).toEqual(["warm.txt"]);
});

test("who may not read hears it from S3 where it could not be known before", async ({ page }) => {
  const keys = await createUser("e2e-lister", [
    {
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: ["s3:ListAllMyBuckets", "s3:ListBucket"], Resource: "*" },
      ],
    },
  ]);
  await hidePermissions(page);
  await pickFolder(page);
  await registerKeys(page, keys);
  await open(page, BUCKET, PREFIX);
  await download(page, NAME);
  await expect(
    row(page)
      .getByText(/권한이 없어요|다운로드를 거절했어요/)
      .first(),
  ).toBeVisible();
  expect(await folderDigests(page)).toEqual({});
});
