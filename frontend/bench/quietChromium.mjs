// A Chromium whose network nobody listens to, and the app registered in it. Playwright always listens: a request of a
// worker then tells its whole body to Playwright, which took 1,000 small files from 9 s to 36 s.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "puppeteer-core";

const TIMEOUT = 900_000; // milliseconds
const executablePath = execFileSync(process.execPath, ["scripts/ensure-browser.mjs"], {
  encoding: "utf8",
  stdio: ["ignore", "pipe", "ignore"],
}).trim();

/** Gives `work` a page of a fresh browser with a profile on disk, and closes it. */
export async function inQuietChromium(work) {
  const userDataDir = mkdtempSync(join(tmpdir(), "s3loader-chromium-"));
  const browser = await launch({
    executablePath,
    userDataDir,
    networkEnabled: false,
    protocolTimeout: TIMEOUT,
    args: ["--no-sandbox", "--disable-background-networking", "--lang=ko-KR"],
    env: { ...process.env, LANGUAGE: "ko" },
  });
  try {
    return await work((await browser.pages())[0]);
  } finally {
    await browser.close();
    rmSync(userDataDir, { recursive: true });
  }
}

/** How the watchers of this folder look into it. */
export async function sessionsOf(page) {
  const browser = page.browser().target();
  return { page: await page.createCDPSession(), browser: await browser.createCDPSession() };
}

export async function register(page, { app, accessKeyId, secretAccessKey }) {
  await page.goto(app);
  await page.locator("input[name=accessKeyId]").fill(accessKeyId);
  await page.locator("input[name=secretAccessKey]").fill(secretAccessKey);
  await page.locator("button[type=submit]").click();
  await page.waitForSelector("input[name=secretAccessKey]", { hidden: true });
}

export async function openPrefix(page, { app, bucket, prefix }) {
  await page.goto(`${app}/b/${bucket}?prefix=${encodeURIComponent(prefix)}`);
  await page.waitForSelector("[role=grid]");
}

export async function choose(page, paths) {
  const input = await page.waitForSelector("input[type=file]:not([webkitdirectory])");
  await input.uploadFile(...paths);
}

/** Waits until the dock counts that many transfers as done; rejects as soon as one has failed. */
export async function transferred(page, count) {
  const done = `${count.toLocaleString("ko")} 완료`;
  const seen = await page.waitForFunction(
    (wanted) => {
      const text = globalThis.document.body.innerText;
      return text.includes(wanted) ? "done" : /\d 실패/.exec(text)?.[0];
    },
    { timeout: TIMEOUT, polling: 100 },
    done,
  );
  const outcome = await seen.jsonValue();
  if (outcome !== "done") throw new Error(outcome);
}
