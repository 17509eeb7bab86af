// Downloads objects in Chromium, with the app or by a plain fetch; prints seconds, memory and digests as JSON.
import { performance } from "node:perf_hooks";
import { inChromium, openPrefix, register, sessionsOf, transferred } from "./chromium.mjs";
import { digestsOf } from "./digests.mjs";
import { watchMemory } from "./memory.mjs";
import { task } from "./task.mjs";

const FOLDER = "picked";

/** Each gets a page that lies at the prefix, and downloads all that is there. */
const clients = { app: byApp, "app, copying": byApp, plain: byFetch };

const measured = await inChromium(async (page, context) => {
  await context.addInitScript(pickFolder, FOLDER);
  if (task.client === "app, copying") await context.addInitScript(asOnAnotherDisk);
  await register(page, task);
  await openPrefix(page, task);
  const memory = await watchMemory(await sessionsOf(page));
  const begin = performance.now();
  await clients[task.client](page);
  const seconds = (performance.now() - begin) / 1000;
  return { seconds, ...memory.stop(), digests: await digestsOf(page, FOLDER) };
});
console.log(JSON.stringify(measured));

async function byApp(page) {
  await page.getByRole("gridcell").first().waitFor();
  await page.locator("[role=grid] [tabindex='0']").press("Control+a");
  await page.getByRole("button", { name: "다운로드", exact: true }).click();
  await transferred(page, task.files);
}

/** What a few lines can do: one request, written as it comes. */
function byFetch(page) {
  return page.evaluate(
    async ([folderName, url]) => {
      const root = await globalThis.navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle(folderName, { create: true });
      const file = await folder.getFileHandle("00000.bin", { create: true });
      const { body } = await globalThis.fetch(url);
      await body.pipeTo(await file.createWritable());
    },
    [FOLDER, task.url],
  );
}

/** The directory picker answers with an origin-private folder, which has the same interface. */
function pickFolder(name) {
  globalThis.showDirectoryPicker = async () => {
    const root = await globalThis.navigator.storage.getDirectory();
    return root.getDirectoryHandle(name, { create: true });
  };
}

/** The picked folder counts as one on another file system, where files have to be copied. */
function asOnAnotherDisk() {
  globalThis.FileSystemDirectoryHandle.prototype.resolve = () => Promise.resolve(null);
  globalThis.FileSystemFileHandle.prototype.move = () =>
    Promise.reject(new globalThis.DOMException("another disk", "InvalidModificationError"));
}
