// Uploads every file of a folder through the app in Chromium; prints what it took as JSON.
import { chromium } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { clearInterval, setInterval } from "node:timers";

const task = JSON.parse(process.argv[2]);
const MIB = 1024 * 1024;

const executablePath = execFileSync(process.execPath, ["scripts/ensure-browser.mjs"], {
  encoding: "utf8",
  stdio: ["ignore", "pipe", "ignore"],
}).trim();

// No listeners on the page's network events: they would slow the browser down.
const browser = await chromium.launch({
  executablePath,
  chromiumSandbox: false,
  args: ["--disable-background-networking"],
});

try {
  const page = await browser.newPage({ locale: "ko-KR" });
  await register(page);
  await page.goto(`${task.app}/b/${task.bucket}?prefix=${encodeURIComponent(task.prefix)}`);
  await page.getByRole("grid").waitFor();
  await page.evaluate(() => performance.setResourceTimingBufferSize(100_000));
  console.log(JSON.stringify(await measure(page)));
} finally {
  await browser.close();
}

async function register(page) {
  await page.goto(task.app);
  await page.getByLabel("Access Key ID").fill(task.accessKeyId);
  await page.getByLabel("Secret Access Key", { exact: true }).fill(task.secretAccessKey);
  await page.getByRole("button", { name: "등록" }).click();
  await page.getByRole("heading", { name: "AWS 계정 연결" }).waitFor({ state: "hidden" });
}

async function measure(page) {
  const memory = await watchMemory(page);
  const before = (await apiCalls(page)).length;
  const files = readdirSync(task.folder).map((name) => join(task.folder, name));
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "업로드", exact: true }).click();
  const chosen = await chooser;
  const begin = performance.now();
  await chosen.setFiles(files);
  await done(page, files.length);
  const seconds = (performance.now() - begin) / 1000;
  const calls = (await apiCalls(page)).slice(before);
  const uploadCalls = calls.filter((path) => path === "uploads").length;
  return { seconds, uploadCalls, otherCalls: calls.length - uploadCalls, ...memory.stop() };
}

async function done(page, count) {
  const summary = page.getByRole("region", { name: "전송" });
  await summary.getByText(`${count.toLocaleString("ko")} 완료`).waitFor({ timeout: 900_000 });
}

/** How often the page has called the API, by the first word of the path. */
function apiCalls(page) {
  return page.evaluate(() => {
    const paths = performance
      .getEntriesByType("resource")
      .map(({ name }) => new URL(name).pathname);
    return paths.filter((path) => path.startsWith("/api/")).map((path) => path.split("/")[2]);
  });
}

/** Samples the page's JavaScript heap and the memory of all of the browser's processes. */
async function watchMemory(page) {
  const ofPage = await page.context().newCDPSession(page);
  const ofBrowser = await browser.newBrowserCDPSession();
  await ofPage.send("Performance.enable");
  const sample = async () => {
    const { metrics } = await ofPage.send("Performance.getMetrics");
    const { processInfo } = await ofBrowser.send("SystemInfo.getProcessInfo");
    const heap = metrics.find(({ name }) => name === "JSHeapUsedSize").value;
    return { heap, all: processInfo.reduce((sum, { id }) => sum + proportional(id), 0) };
  };
  const idle = await sample();
  const peak = { ...idle };
  const timer = setInterval(async () => {
    const now = await sample();
    peak.heap = Math.max(peak.heap, now.heap);
    peak.all = Math.max(peak.all, now.all);
  }, 250);
  const stop = () => {
    clearInterval(timer);
    return { heapMiB: peak.heap / MIB, idleMiB: idle.all / MIB, peakMiB: peak.all / MIB };
  };
  return { stop };
}

/** Bytes of a process, shared pages counted in parts (Linux; 0 elsewhere). */
function proportional(pid) {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)[1]) * 1024;
  } catch {
    return 0;
  }
}
