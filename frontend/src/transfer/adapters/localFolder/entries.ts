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

/**
 * What has the name: a file, or something else; null: nothing.
 * @throws DOMException `TypeMismatchError`: a file has the name of a folder on the way
 */
export async function found(
  root: FileSystemDirectoryHandle,
  path: LocalPath,
): Promise<FileSystemFileHandle | "other" | null> {
  try {
    let folder = root;
    for (const step of path.slice(0, -1)) folder = await folder.getDirectoryHandle(step);
    return await fileOf(folder, path.at(-1) ?? "");
  } catch (error) {
    if (errorName(error) === "NotFoundError") return null;
    throw error;
  }
}

async function fileOf(
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<FileSystemFileHandle | "other"> {
  try {
    return await folder.getFileHandle(name);
  } catch (error) {
    if (errorName(error) === "TypeMismatchError") return "other";
    throw error;
  }
}
