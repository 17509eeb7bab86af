/** Which transfers would be lost with the page or with their account. */
import type { TransfersSnapshot, TransferView } from "./transfers";

/** Waits, moves, is being confirmed, or is in conflict and waits for an answer. */
export function isUnfinished({ status }: Pick<TransferView, "status">): boolean {
  return (
    status === "waiting" ||
    status === "uploading" ||
    status === "confirming" ||
    status === "conflict"
  );
}

export function unfinishedCount({ transfers }: TransfersSnapshot): number {
  return transfers.filter(isUnfinished).length;
}
