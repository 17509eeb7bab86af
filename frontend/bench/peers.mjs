// Uploads every file of a folder through another uploader in Chromium; prints what it took as JSON.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { preview } from "vite";
import { inChromium } from "./chromium.mjs";
import { cpuSeconds } from "./cpu.mjs";
import { watchMemory } from "./memory.mjs";
import { task } from "./task.mjs";

const server = await preview({
  root: task.built,
  configFile: false,
  logLevel: "error",
  build: { outDir: task.built },
  preview: { host: "127.0.0.1", port: 0 },
});
try {
  const measured = await inChromium(async (page) => {
    await page.goto(`${server.resolvedUrls.local[0]}page.html`);
    await page.evaluate((given) => (globalThis.task = given), task.given);
    return measure(page);
  });
  console.log(JSON.stringify(measured));
} finally {
  await server.close();
}

async function measure(page) {
  const memory = await watchMemory(page);
  const files = readdirSync(task.folder).map((name) => join(task.folder, name));
  const cpuBefore = await cpuSeconds(page);
  const begin = performance.now();
  await page.locator("input").setInputFiles(files);
  await page.evaluate(() => globalThis.uploaded);
  const seconds = (performance.now() - begin) / 1000;
  const cpu = (await cpuSeconds(page)) - cpuBefore;
  return { seconds, cpu, ...memory.stop() };
}
