/** The names under which transfers end up: in the bucket, or in the local folder. */
import type { TransferView } from "@/transfer/transfers";

/** A file's path below the prefix or the local folder; the tree of a prefix has its own name. */
export function pathOf({ name, key, download }: TransferView): string {
  if (download !== null) return download.found === null ? download.localPath : name;
  // "Keep both" gives an upload another name than the file's.
  return key === null ? name : key.slice(key.lastIndexOf("/") + 1);
}

/** The last step of that path. */
export function nameOf(transfer: TransferView): string {
  const path = pathOf(transfer);
  return path.slice(path.lastIndexOf("/", path.length - 2) + 1);
}
