/** Room in the origin-private file system. */
import { DiskFile } from "./diskFile";
import type { Opened } from "./room";
import { diskFull } from "./stagingFailure";

const FOLDER = "staging";

/** @throws DOMException as `Room.open` says */
export async function openOnDisk(id: string, size: number): Promise<Opened> {
  const folder = await stagingFolder();
  const file = await folder.getFileHandle(nameOf(id), { create: true });
  const access = await file.createSyncAccessHandle();
  const kept = access.getSize() === size;
  try {
    // The whole room at once: a disk that is too full says so before anything is fetched.
    if (!kept) access.truncate(size);
    // Chromium 156 does not throw beyond its quota, and leaves the file as it was.
    if (access.getSize() !== size) throw diskFull();
  } catch (error) {
    access.close();
    await remove(folder, nameOf(id));
    throw error;
  }
  return { file: new DiskFile(file, access), kept };
}

export async function freeOnDisk(id: string): Promise<void> {
  await remove(await stagingFolder(), nameOf(id));
}

export async function keepOnDisk(ids: ReadonlySet<string>): Promise<void> {
  const folder = await stagingFolder();
  const kept = new Set([...ids].map(nameOf));
  for await (const name of folder.keys()) if (!kept.has(name)) await remove(folder, name);
}

async function stagingFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}

function nameOf(id: string): string {
  return `${id}.part`;
}

/** What is gone is as good as removed, and what is open elsewhere is left to its page. */
async function remove(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  await folder.removeEntry(name).catch(() => undefined);
}
