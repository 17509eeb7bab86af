/** Which transfers would be lost with the page or with their account. */
import type { TransfersSnapshot, TransferStatus, TransferView } from "./transfers";

const FINISHED: ReadonlySet<TransferStatus> = new Set(["done", "failed", "cancelled", "skipped"]);

/** Waits, moves, is paused or being confirmed, or is in conflict and waits for an answer. */
export function isUnfinished({ status }: Pick<TransferView, "status">): boolean {
  return !FINISHED.has(status);
}

export function unfinishedCount({ transfers }: TransfersSnapshot): number {
  return transfers.filter(isUnfinished).length;
}
