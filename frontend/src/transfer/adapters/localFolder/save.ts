/** Puts staged bytes into a directory. */
import type { LocalPath } from "../../downloads/ports";
import type { StagedBytes } from "../staging/messages";
import { copy } from "./copy";
import { found, madeFolder } from "./entries";
import { forgetEmpty, isLeftover, noteEmpty } from "./placeholders";

/**
 * Makes the folders on the way and replaces what has the name; a failure leaves no new file.
 * @throws DOMException or TypeError as the file system does
 */
export async function save(
  { blob, file }: StagedBytes,
  root: FileSystemDirectoryHandle,
  path: LocalPath,
  onProgress: (written: number) => void,
): Promise<void> {
  const name = path.at(-1) ?? "";
  const folder = await madeFolder(root, path.slice(0, -1));
  if (file !== null && (await isPrivate(folder))) {
    await file.move(folder, name);
    return;
  }
  await removeSwapFile(folder, path);
  if ((await found(folder, [name])) === null) await saveNew(blob, folder, path, onProgress);
  else await copy(blob, await folder.getFileHandle(name), onProgress);
  await forgetEmpty(path).catch(() => undefined);
}

/** Chromium writes beside the file; where it was killed, that stays, and the folder shows it. */
async function removeSwapFile(folder: FileSystemDirectoryHandle, path: LocalPath): Promise<void> {
  if (!(await isLeftover(path).catch(() => false))) return;
  await folder.removeEntry(`${path.at(-1) ?? ""}.crswap`).catch(() => undefined);
}

/** The browser shows the name at once, with an empty file, and keeps that if the page ends. */
async function saveNew(
  blob: Blob,
  folder: FileSystemDirectoryHandle,
  path: LocalPath,
  onProgress: (written: number) => void,
): Promise<void> {
  const name = path.at(-1) ?? "";
  await noteEmpty(path).catch(() => undefined);
  try {
    await copy(blob, await folder.getFileHandle(name, { create: true }), onProgress);
  } catch (error) {
    await folder.removeEntry(name).catch(() => undefined);
    await forgetEmpty(path).catch(() => undefined);
    throw error;
  }
}

/** Whether it lies where staged files do, so that they can be moved there. */
async function isPrivate(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const root = await navigator.storage.getDirectory();
  return (await root.resolve(folder)) !== null;
}
