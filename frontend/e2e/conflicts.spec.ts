import { expect, type Page } from "@playwright/test";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { choose, open, register } from "./support/app";
import { freshPrefix, head, objects, put, unfinished } from "./support/aws";
import { bigFile } from "./support/files";
import { test } from "./support/test";

const BUCKET = "demo-photos";
const PREFIX = "e2e/conflicts/";

let work: string;
test.beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "s3loader-"));
  await writeFile(join(work, "same.txt"), "the new one");
  await bigFile(join(work, "same.bin"), 120_000_000);
});
test.afterAll(() => rm(work, { recursive: true }));

test.beforeEach(async ({ page }) => {
  await freshPrefix(BUCKET, PREFIX);
  await put(BUCKET, `${PREFIX}same.txt`, "old");
  await put(BUCKET, `${PREFIX}same.bin`, "old");
  await register(page, "demo-full");
  await open(page, BUCKET, PREFIX);
  await choose(page, [join(work, "same.txt"), join(work, "same.bin")]);
  await expect(page.getByRole("alertdialog")).toBeVisible();
});

async function answer(page: Page, choice: string): Promise<void> {
  const dialog = page.getByRole("alertdialog");
  await dialog.getByText("이 경로의 나머지 파일에도 적용").click();
  await dialog.getByRole("button", { name: choice }).click();
}

test("nothing is overwritten before the person has answered; skip keeps the old ones", async ({
  page,
}) => {
  expect((await head(BUCKET, `${PREFIX}same.txt`)).ContentLength).toBe(3);
  await answer(page, "건너뛰기");
  await expect(page.getByRole("alertdialog")).toBeHidden();
  expect((await objects(BUCKET, PREFIX)).get(`${PREFIX}same.bin`)).toBe(3);
  expect(await unfinished(BUCKET)).toEqual([]);
});

test("replace writes the new ones in their place", async ({ page }) => {
  await answer(page, "바꾸기");
  await expect(page.getByRole("region", { name: "전송" }).getByText("2 완료")).toBeVisible({
    timeout: 60_000,
  });
  const found = await objects(BUCKET, PREFIX);
  expect(found.get(`${PREFIX}same.txt`)).toBe(11);
  expect(found.get(`${PREFIX}same.bin`)).toBe(120_000_000);
  expect(found.size).toBe(3);
});

test("keep both finds a free name", async ({ page }) => {
  await answer(page, "둘 다 두기");
  await expect(page.getByRole("region", { name: "전송" }).getByText("2 완료")).toBeVisible({
    timeout: 60_000,
  });
  const found = await objects(BUCKET, PREFIX);
  expect(found.get(`${PREFIX}same.txt`)).toBe(3);
  expect(found.get(`${PREFIX}same (1).txt`)).toBe(11);
  expect(found.get(`${PREFIX}same (1).bin`)).toBe(120_000_000);
});
