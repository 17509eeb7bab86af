/** Walks a directory by steps of a path. */
import type { LocalPath } from "../../downloads/ports";
import { errorName } from "../errorName";

/** @throws DOMException `NotFoundError` only where `root` itself is gone */
export async function madeFolder(
  root: FileSystemDirectoryHandle,
  steps: LocalPath,
): Promise<FileSystemDirectoryHandle> {
  let folder = root;
  for (const step of steps) folder = await folder.getDirectoryHandle(step, { create: true });
  return folder;
}

/** What has the name: a file, or something else; null: nothing. */
export async function found(
  root: FileSystemDirectoryHandle,
  path: LocalPath,
): Promise<FileSystemFileHandle | "other" | null> {
  try {
    let folder = root;
    for (const step of path.slice(0, -1)) folder = await folder.getDirectoryHandle(step);
    return await folder.getFileHandle(path.at(-1) ?? "");
  } catch (error) {
    const name = errorName(error);
    if (name === "NotFoundError") return null;
    // A folder has the file's name, or a file that of a folder on the way.
    if (name === "TypeMismatchError") return "other";
    throw error;
  }
}
