// Uploads every file of a folder through another uploader in Chromium; prints what it took as JSON.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { preview } from "vite";
import { cpuSeconds } from "./cpu.mjs";
import { watchMemory } from "./memory.mjs";
import { choose, inQuietChromium, sessionsOf } from "./quietChromium.mjs";
import { task } from "./task.mjs";

const server = await preview({
  root: task.built,
  configFile: false,
  logLevel: "error",
  build: { outDir: task.built },
  preview: { host: "127.0.0.1", port: 0 },
});
try {
  const measured = await inQuietChromium(async (page) => {
    await page.goto(`${server.resolvedUrls.local[0]}page.html`);
    await page.evaluate((given) => (globalThis.task = given), task.given);
    return measure(page);
  });
  console.log(JSON.stringify(measured));
} finally {
  await server.close();
}

async function measure(page) {
  const sessions = await sessionsOf(page);
  const memory = await watchMemory(sessions);
  const files = readdirSync(task.folder).map((name) => join(task.folder, name));
  const cpuBefore = await cpuSeconds(sessions);
  const begin = performance.now();
  await choose(page, files);
  await page.evaluate(() => globalThis.uploaded);
  const seconds = (performance.now() - begin) / 1000;
  const cpu = (await cpuSeconds(sessions)) - cpuBefore;
  return { seconds, cpu, ...memory.stop() };
}
