/** Puts staged bytes into a directory. */
import type { LocalPath, Saving } from "../../downloads/ports";
import type { StagedBytes } from "../staging/messages";
import { copy } from "./copy";
import { found, madeFolder } from "./entries";
import { alone } from "./nameLock";
import { forgetEmpty, isLeftover, noteEmpty } from "./placeholders";

/**
 * Makes the folders on the way; a failure, or an abort, leaves no new file. `taken`: something has
 * the name and may not be replaced.
 * @throws DOMException or TypeError as the file system does; what the signal was aborted with
 */
export function save(
  staged: StagedBytes,
  root: FileSystemDirectoryHandle,
  path: LocalPath,
  { replace, signal }: Saving,
): Promise<"taken" | null> {
  return alone(root.name, path, signal, async () => {
    signal.throwIfAborted();
    if (!replace && (await isTaken(root, path))) return "taken";
    await put(staged, root, path, signal);
    return null;
  });
}

/** Whether something has the name that somebody may miss. */
export async function isTaken(root: FileSystemDirectoryHandle, path: LocalPath): Promise<boolean> {
  const entry = await found(root, path);
  if (entry === null || entry === "other") return entry !== null;
  return !((await isEmpty(entry)) && (await isLeftover(path).catch(() => false)));
}

async function isEmpty(file: FileSystemFileHandle): Promise<boolean> {
  return (await file.getFile()).size === 0;
}

async function put(
  { blob, file }: StagedBytes,
  root: FileSystemDirectoryHandle,
  path: LocalPath,
  signal: AbortSignal,
): Promise<void> {
  const name = path.at(-1) ?? "";
  const folder = await madeFolder(root, path.slice(0, -1));
  if (file !== null && (await isPrivate(folder))) {
    await file.move(folder, name);
    return;
  }
  await removeSwapFile(folder, path);
  if ((await found(folder, [name])) === null) await saveNew(blob, folder, path, signal);
  else await copy(blob, await folder.getFileHandle(name), signal);
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
  signal: AbortSignal,
): Promise<void> {
  const name = path.at(-1) ?? "";
  await noteEmpty(path).catch(() => undefined);
  try {
    await copy(blob, await folder.getFileHandle(name, { create: true }), signal);
  } catch (error) {
    await removeEmpty(folder, name).catch(() => undefined);
    await forgetEmpty(path).catch(() => undefined);
    throw error;
  }
  // Closing takes seconds and cannot be stopped.
  if (signal.aborted) await folder.removeEntry(name).catch(() => undefined);
}

/** Bytes under the name are not of this page, for a copy that fails leaves none. */
async function removeEmpty(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  if (await isEmpty(await folder.getFileHandle(name))) await folder.removeEntry(name);
}

/** Whether it lies where staged files do, so that they can be moved there. */
async function isPrivate(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const root = await navigator.storage.getDirectory();
  return (await root.resolve(folder)) !== null;
}
