import { PutObjectCommand, type PutObjectCommandInput } from "@aws-sdk/client-s3";
import { expect, type Locator, type Page } from "@playwright/test";
import { randomBytes } from "node:crypto";
import { open, register } from "./app";
import { s3 } from "./aws";
import { pickFolder, sha256 } from "./folder";

export const BUCKET = "demo-reports";

/** Bytes, and more than one range: a download of it can be met in the middle. */
export const LARGE = 60_000_000;

/** Puts an object of random bytes. @returns their SHA-256 */
export async function putRandom(
  Key: string,
  size: number,
  more: Partial<PutObjectCommandInput> = {},
): Promise<string> {
  const Body = randomBytes(size);
  await s3().send(new PutObjectCommand({ Bucket: BUCKET, Key, Body, ...more }));
  return sha256(Body);
}

/** Puts a small object for each path below a prefix. @returns the SHA-256 of each by its path */
export async function putSmall(
  prefix: string,
  paths: readonly string[],
): Promise<Record<string, string>> {
  const found: [string, string][] = [];
  for (let at = 0; at < paths.length; at += 50) {
    const batch = paths.slice(at, at + 50).map(async (path, turn): Promise<[string, string]> => {
      return [path, await putRandom(prefix + path, 1 + (((at + turn) * 37) % 4096))];
    });
    found.push(...(await Promise.all(batch)));
  }
  return Object.fromEntries(found.sort());
}

/** Connects, with a folder to pick, and opens what lies below a prefix. */
export async function openDownloads(page: Page, prefix: string, pick = pickFolder): Promise<void> {
  await pick(page);
  await register(page, "demo-full");
  await open(page, BUCKET, prefix);
}

/** Selects these rows of the list and presses the button. */
export async function download(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) await page.getByRole("checkbox", { name, exact: true }).click();
  await page.getByRole("button", { name: "다운로드", exact: true }).click();
}

/** All that is loaded. */
export async function downloadAll(page: Page): Promise<void> {
  await page.getByRole("checkbox", { name: "불러온 항목 모두 선택" }).click();
  await page.getByRole("button", { name: "다운로드", exact: true }).click();
}

export const dock = (page: Page) => page.getByRole("region", { name: "전송" });

/** The dock's row of one file. */
export const transfer = (page: Page, name: string) =>
  dock(page)
    .getByRole("listitem")
    .filter({ has: bar(page, name) });

export const bar = (page: Page, name: string) =>
  page.getByRole("progressbar", { name: `${name} 진행률`, exact: true });

/** Waits until a bar has come this far; it never goes back. */
export async function reached(progress: Locator, percent: number): Promise<void> {
  await expect
    .poll(async () => Number(await progress.getAttribute("aria-valuenow")), { timeout: 30_000 })
    .toBeGreaterThanOrEqual(percent);
}

/** Waits until that many transfers are done. */
export async function done(page: Page, count: number): Promise<void> {
  const words = `${count.toLocaleString("ko")} 완료`;
  await expect(dock(page).getByText(words, { exact: true })).toBeVisible({ timeout: 60_000 });
}
