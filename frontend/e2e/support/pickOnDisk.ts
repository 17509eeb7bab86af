/** Stands in for a person at the file picker: "picks" files with handles, which outlive a reload. */
import type { Page } from "@playwright/test";
import { basename } from "node:path";

/** Where the picked files lie: origin-private, whose handles have the same API as those on the disk. */
const FOLDER = "picked";

/** From now on, and after a reload, the picker of this page answers with these files. */
export async function pickOnDisk(page: Page, paths: readonly string[]): Promise<void> {
  await copyIn(page, paths);
  const replace = ([folder, names]: readonly [string, readonly string[]]) => {
    const showOpenFilePicker = async () => {
      const root = await navigator.storage.getDirectory();
      const picked = await root.getDirectoryHandle(folder);
      return Promise.all(names.map((name) => picked.getFileHandle(name)));
    };
    Object.assign(window, { showOpenFilePicker });
  };
  const picks = [FOLDER, paths.map((path) => basename(path))] as const;
  await page.addInitScript(replace, picks);
  await page.evaluate(replace, picks);
}

/** Through an input of the page, so that large files pass through nobody's memory. */
async function copyIn(page: Page, paths: readonly string[]): Promise<void> {
  const input = await page.evaluateHandle(() => {
    const element = document.body.appendChild(document.createElement("input"));
    element.type = "file";
    element.multiple = true;
    return element;
  });
  await input.setInputFiles([...paths]);
  await input.evaluate(async (element, folder) => {
    const root = await navigator.storage.getDirectory();
    const into = await root.getDirectoryHandle(folder, { create: true });
    for (const file of element.files ?? []) {
      const handle = await into.getFileHandle(file.name, { create: true });
      await file.stream().pipeTo(await handle.createWritable());
    }
    element.remove();
  }, FOLDER);
}
