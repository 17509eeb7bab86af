/** The files of a drop, also those inside dropped folders, with their paths below the folder. */
import type { NewFile } from "@/transfer/transfers";

export interface DroppedFiles {
  readonly files: readonly NewFile[];
  /** Names of files and folders that the browser could not read. */
  readonly unreadable: readonly string[];
}

/** Whether a drag carries files; text and links do not. */
export function carriesFiles(data: DataTransfer): boolean {
  return data.types.includes("Files");
}

/** Call it within the drop event: afterwards the browser takes the items away. */
export async function readDropped(items: DataTransferItemList): Promise<DroppedFiles> {
  const files: NewFile[] = [];
  const unreadable: string[] = [];
  const entries = [...items].filter((item) => item.kind === "file").map(entryOrFile);
  for (const entry of entries) {
    if (entry instanceof File) files.push({ file: entry });
    else if (entry !== null) await walk(entry, { files, unreadable });
  }
  return { files, unreadable };
}

/** Items that a script made have no entry, only a file. */
function entryOrFile(item: DataTransferItem): FileSystemEntry | File | null {
  return item.webkitGetAsEntry() ?? item.getAsFile();
}

async function walk(
  entry: FileSystemEntry,
  found: { readonly files: NewFile[]; readonly unreadable: string[] },
): Promise<void> {
  try {
    if (isDirectory(entry)) {
      for (const child of await childrenOf(entry)) await walk(child, found);
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
