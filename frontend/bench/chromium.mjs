// A Chromium with a profile on disk, as a person's, and the app registered in it.
import { chromium } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const executablePath = execFileSync(process.execPath, ["scripts/ensure-browser.mjs"], {
  encoding: "utf8",
  stdio: ["ignore", "pipe", "ignore"],
}).trim();

/**
 * Gives `work` a fresh browser and closes it. Without a profile of its own it would be a private window,
 * which keeps origin-private files in memory. Nobody listens to network events: that slows a browser down.
 */
export async function inChromium(work) {
  const profile = mkdtempSync(join(tmpdir(), "s3loader-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    chromiumSandbox: false,
    args: ["--disable-background-networking"],
    locale: "ko-KR",
  });
  try {
    return await work(context.pages()[0], context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true });
  }
}

/** How the watchers of this folder look into it. */
export async function sessionsOf(page) {
  const context = page.context();
  const browser = await context.browser().newBrowserCDPSession();
  return { page: await context.newCDPSession(page), browser };
}

export async function register(page, { app, accessKeyId, secretAccessKey }) {
  await page.goto(app);
  await page.getByLabel("Access Key ID").fill(accessKeyId);
  await page.getByLabel("Secret Access Key", { exact: true }).fill(secretAccessKey);
  await page.getByRole("button", { name: "등록" }).click();
  await page.getByRole("heading", { name: "AWS 계정 연결" }).waitFor({ state: "hidden" });
}

export async function openPrefix(page, { app, bucket, prefix }) {
  await page.goto(`${app}/b/${bucket}?prefix=${encodeURIComponent(prefix)}`);
  await page.getByRole("grid").waitFor();
}

/** Waits until the dock counts that many transfers as done; rejects as soon as one has failed. */
export async function transferred(page, count) {
  const dock = page.getByRole("region", { name: "전송" });
  const done = dock.getByText(`${count.toLocaleString("ko")} 완료`);
  const failed = dock.getByText(/\d 실패/);
  await done.or(failed).first().waitFor({ timeout: 900_000 });
  if (await failed.isVisible()) throw new Error(await dock.innerText());
}
