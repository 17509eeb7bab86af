/** Which transfers would be lost with the page or with their account. */
import type { TransfersSnapshot, TransferStatus, TransferView } from "./transfers";

const FINISHED: ReadonlySet<TransferStatus> = new Set(["done", "failed", "cancelled", "skipped"]);

/** Waits, moves, is paused or being confirmed, or is in conflict and waits for an answer. */
export function isUnfinished({ status }: Pick<TransferView, "status">): boolean {
  return !FINISHED.has(status);
}

/** What another tab works at is not this page's to lose. */
export function unfinishedCount({ transfers }: TransfersSnapshot): number {
  const isOurs = (view: TransferView) => isUnfinished(view) && view.pausedFor !== "other-page";
  return transfers.filter(isOurs).length;
}

/** Leaving the page would stop or lose something: what is paused is remembered where there is room. */
export function wouldMissPage({ transfers, totals }: TransfersSnapshot): boolean {
  const stays = (view: TransferView) => view.status === "paused" && !totals.forgetful;
  return transfers.some((view) => isUnfinished(view) && !stays(view));
}
