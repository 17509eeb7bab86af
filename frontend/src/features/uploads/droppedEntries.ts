/** The files of a drop in browsers that give no handles. */
import type { NewFile } from "@/transfer/transfers";

/** Adds the file, or all files below the folder, with their paths; names of what cannot be read. */
export async function walkEntry(
  entry: FileSystemEntry,
  found: { readonly files: NewFile[]; readonly unreadable: string[] },
): Promise<void> {
  try {
    if (isDirectory(entry)) {
      for (const child of await childrenOf(entry)) await walkEntry(child, found);
    } else if (isFile(entry)) {
      found.files.push(withPath(await fileOf(entry), entry.fullPath));
    }
  } catch {
    found.unreadable.push(entry.name);
  }
}

const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry =>
  entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

function withPath(file: File, fullPath: string): NewFile {
  const relativePath = fullPath.replace(/^\//, "");
  return relativePath.includes("/") ? { file, relativePath } : { file };
}

/** Chromium gives at most 100 entries a call, so it is called until it gives none. */
async function childrenOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (batch.length === 0) return children;
    children.push(...batch);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}
