/** Which unfinished uploads are no leftovers, because this page or another tab works at them. */
import type { TransferStatus, TransfersSnapshot, TransferView } from "@/transfer/transfers";

/** Moving or about to; waiting for something in this page's list; another tab's. */
export type Work = "uploading" | "paused" | "elsewhere";

const over: ReadonlySet<TransferStatus> = new Set(["done", "cancelled", "skipped"]);
/** A failed one that still has something at S3 waits to be tried again. */
const waiting: ReadonlySet<TransferStatus> = new Set(["paused", "conflict", "failed"]);

/** By upload id. */
export type WorkById = Readonly<Record<string, Work>>;

export function workIn({ transfers }: TransfersSnapshot, bucket: string): WorkById {
  const found: Record<string, Work> = {};
  for (const transfer of transfers) {
    const { uploadId } = transfer;
    if (transfer.bucket !== bucket || uploadId === null || over.has(transfer.status)) continue;
    found[uploadId] = workOf(transfer);
  }
  return found;
}

function workOf({ status, pausedFor }: TransferView): Work {
  if (pausedFor === "other-page") return "elsewhere";
  return waiting.has(status) ? "paused" : "uploading";
}
