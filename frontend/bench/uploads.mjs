// Uploads every file of a folder through the app in Chromium; prints what it took as JSON.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { cpuSeconds } from "./cpu.mjs";
import { watchLongTasks } from "./longTasks.mjs";
import { watchMemory } from "./memory.mjs";
import {
  choose,
  inQuietChromium,
  openPrefix,
  register,
  sessionsOf,
  transferred,
} from "./quietChromium.mjs";
import { task } from "./task.mjs";

const measured = await inQuietChromium(async (page) => {
  await register(page, task);
  await openPrefix(page, task);
  await page.evaluate(() => performance.setResourceTimingBufferSize(100_000));
  return measure(page);
});
console.log(JSON.stringify(measured));

async function measure(page) {
  const sessions = await sessionsOf(page);
  const memory = await watchMemory(sessions);
  const tasks = await watchLongTasks(page);
  const before = (await apiCalls(page)).length;
  const files = readdirSync(task.folder).map((name) => join(task.folder, name));
  const cpuBefore = await cpuSeconds(sessions);
  const begin = performance.now();
  await choose(page, files);
  await transferred(page, files.length);
  const seconds = (performance.now() - begin) / 1000;
  const cpu = (await cpuSeconds(sessions)) - cpuBefore;
  const long = await tasks.stop();
  const calls = (await apiCalls(page)).slice(before);
  const uploadCalls = calls.filter((path) => path === "uploads").length;
  return {
    seconds,
    cpu,
    uploadCalls,
    otherCalls: calls.length - uploadCalls,
    ...long,
    ...memory.stop(),
  };
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
