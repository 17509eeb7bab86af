/** What is told of a download that is done or given up. */
import { type Download, sizeOf } from "../core/downloads/download";
import type { EndedTransfer, Failure } from "../transfers";

/** Null while it may still end on its own; nothing is fetched for an empty folder. */
export function endedDownload(download: Download): EndedTransfer | null {
  const { bucket, key, isFolder } = download.source;
  if (isFolder) return null;
  const common = { direction: "download", bucket, key, size: sizeOf(download) } as const;
  if (download.phase === "done") return { ...common, failure: null };
  if (download.phase !== "failed") return null;
  // Core names its own codes and passes the API's through, so every code is one of the two unions.
  return { ...common, failure: download.failure.code as Failure["code"] };
}
