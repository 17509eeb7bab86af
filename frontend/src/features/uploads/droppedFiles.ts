/** The files of a drop, also those inside dropped folders, with their paths below the folder. */
import type { PickedFiles } from "@/transfer/pickFiles";
import type { NewFile } from "@/transfer/transfers";
import { walkEntry } from "./droppedEntries";
import { walkHandle } from "./droppedHandles";

interface DroppedItem {
  /** Null where the browser gives none. */
  readonly handle: Promise<FileSystemHandle | null>;
  /** Items that a script made have no entry, only a file. */
  readonly entry: FileSystemEntry | File | null;
}

interface Found {
  readonly files: NewFile[];
  readonly unreadable: string[];
}

/** Whether a drag carries files; text and links do not. */
export function carriesFiles(data: DataTransfer): boolean {
  return data.types.includes("Files");
}

/** Call it within the drop event: afterwards the browser takes the items away. */
export async function readDropped(items: DataTransferItemList): Promise<PickedFiles> {
  const found: Found = { files: [], unreadable: [] };
  const dropped = [...items].filter((item) => item.kind === "file").map(itemOf);
  for (const { handle, entry } of dropped) {
    const known = await handle;
    if (known !== null) sort(await walkHandle(known), found);
    else if (entry instanceof File) found.files.push({ file: entry });
    else if (entry !== null) await walkEntry(entry, found);
  }
  return found;
}

function sort(walked: readonly (NewFile | string)[], { files, unreadable }: Found): void {
  for (const one of walked) {
    if (typeof one === "string") unreadable.push(one);
    else files.push(one);
  }
}

function itemOf(item: DataTransferItem): DroppedItem {
  const entry = item.webkitGetAsEntry() ?? item.getAsFile();
  // Chromium never answers about the handle of an item that a script made.
  const asked = entry instanceof File ? undefined : item.getAsFileSystemHandle?.();
  return { handle: asked?.catch(() => null) ?? Promise.resolve(null), entry };
}
