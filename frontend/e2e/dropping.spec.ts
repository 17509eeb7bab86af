/** Files and folders that are dropped as from the desktop: by the browser itself, not by a script. */
import { expect, type Page } from "@playwright/test";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open, register } from "./support/app";
import { freshPrefix, objects, put } from "./support/aws";
import { bigFile, sha256 } from "./support/files";
import { askPermissionAgain } from "./support/folder";
import { objectDigest } from "./support/objects";
import { Parts } from "./support/parts";
import { test } from "./support/test";

const BUCKET = "demo-reports";
const PREFIX = "e2e/dropping/";

let work: string;
test.beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "s3loader-"));
});
test.afterAll(() => rm(work, { recursive: true }));
test.beforeEach(async ({ page }) => {
  await freshPrefix(BUCKET, PREFIX);
  await register(page, "demo-full");
  page.on("dialog", (leaving) => void leaving.accept());
});

/** Drops files and folders of the disk onto the list. */
async function drop(page: Page, ...files: readonly string[]): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const { x, y, width, height } = (await page.getByRole("grid").boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  const at = { x: x + width / 2, y: y + height / 2 };
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await devtools.send("Input.dispatchDragEvent", { type, ...at, data });
  }
}

test("a dropped folder's files go below the prefixes of its name", async ({ page }) => {
  const folder = join(work, "photos");
  await mkdir(join(folder, "2026"), { recursive: true });
  for (const name of ["a.txt", "2026/b.txt"]) await writeFile(join(folder, name), name);
  await writeFile(join(work, "c.txt"), "c");
  for (const prefix of ["photos/", "photos/2026/"]) await put(BUCKET, PREFIX + prefix, "");
  await open(page, BUCKET, PREFIX);
  await drop(page, folder, join(work, "c.txt"));
  await expect(page.getByText("3 완료")).toBeVisible();
  const files = [...(await objects(BUCKET, PREFIX)).keys()].filter((key) => !key.endsWith("/"));
  expect(files.sort()).toEqual(
    ["c.txt", "photos/2026/b.txt", "photos/a.txt"].map((name) => PREFIX + name),
  );
});

/** Drops files of 15 parts each, and reloads the page when S3 has four parts. */
async function dropAndReload(page: Page, ...files: readonly string[]): Promise<Parts> {
  await open(page, BUCKET, PREFIX);
  const parts = new Parts(page);
  await parts.holdAfter(4);
  await drop(page, ...files);
  await parts.reached(4);
  await page.reload();
  return parts;
}

test("a dropped file goes on by itself after a reload", async ({ page }) => {
  test.setTimeout(120_000);
  const file = await bigFile(join(work, "dropped.bin"), 120_000_000);
  await dropAndReload(page, file);
  await expect(page.getByText("1 완료")).toBeVisible({ timeout: 60_000 });
  expect(await objectDigest(BUCKET, `${PREFIX}dropped.bin`)).toBe(await sha256(file));
});

test("where the browser wants to be asked again, one click lets all dropped files go on", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const names = ["first.bin", "second.bin"];
  const files = await Promise.all(names.map((name) => bigFile(join(work, name), 120_000_000)));
  await askPermissionAgain(page);
  await dropAndReload(page, ...files);
  const dock = page.getByRole("region", { name: "전송" });
  await expect(dock.getByText("허용 필요")).toHaveCount(2);
  await dock.getByRole("button", { name: "이어서", exact: true }).click();
  await expect(dock.getByText("2 완료")).toBeVisible({ timeout: 60_000 });
  for (const [at, name] of names.entries()) {
    expect(await objectDigest(BUCKET, PREFIX + name)).toBe(await sha256(files[at] ?? ""));
  }
});
