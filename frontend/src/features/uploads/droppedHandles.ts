/** The files of a drop with their handles: with these nothing has to be picked again after a reload. */
import type { NewFile } from "@/transfer/transfers";

/** Of what cannot be read there is the name alone. */
type Found = NewFile | string;

/** The file, or all files below the folder, with their paths. Does not reject. */
export async function walkHandle(handle: FileSystemHandle, path = ""): Promise<readonly Found[]> {
  try {
    if (isDirectory(handle)) return await walkFolder(handle, `${path}${handle.name}/`);
    return isFile(handle) ? [await read(handle, path)] : [];
  } catch {
    return [handle.name];
  }
}

/** Files are looked at together: one after the other, thousands would take seconds. */
async function walkFolder(
  folder: FileSystemDirectoryHandle,
  path: string,
): Promise<readonly Found[]> {
  const children: Promise<readonly Found[]>[] = [];
  for await (const child of folder.values()) children.push(walkHandle(child, path));
  return (await Promise.all(children)).flat();
}

async function read(handle: FileSystemFileHandle, path: string): Promise<NewFile> {
  const file = await handle.getFile();
  return path === "" ? { file, handle } : { file, handle, relativePath: path + handle.name };
}

const isFile = (handle: FileSystemHandle): handle is FileSystemFileHandle => handle.kind === "file";
const isDirectory = (handle: FileSystemHandle): handle is FileSystemDirectoryHandle =>
  handle.kind === "directory";
