/** A Chromium on a profile of its own, which can be killed as the system does when memory runs out. */
import { chromium, expect, type BrowserContext } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "../../support/test";

export async function launchOnProfile(profile: string): Promise<BrowserContext> {
  const { baseURL, locale, timezoneId, launchOptions } = test.info().project.use;
  return chromium.launchPersistentContext(profile, {
    ...launchOptions,
    ...(baseURL !== undefined && { baseURL }),
    ...(locale !== undefined && { locale }),
    ...(timezoneId !== undefined && { timezoneId }),
  });
}

/** All processes of the browser on that profile end at once. */
export async function killBrowser(profile: string, context: BrowserContext): Promise<void> {
  const closed = context.waitForEvent("close");
  const listed = execFileSync("pgrep", ["-f", `user-data-dir=${profile}`], { encoding: "utf8" });
  for (const pid of listed.trim().split("\n")) process.kill(Number(pid), "SIGKILL");
  await closed;
}

/** Waits until the browser has written a key of localStorage to the disk, which it does after seconds. */
export async function onProfile(profile: string, key: string): Promise<void> {
  const folder = join(profile, "Default", "Local Storage", "leveldb");
  const written = async () => {
    const files = (await readdir(folder)).map((name) => readFile(join(folder, name), "latin1"));
    return (await Promise.all(files)).some((text) => text.includes(key));
  };
  await expect.poll(written, { timeout: 20_000 }).toBe(true);
}
