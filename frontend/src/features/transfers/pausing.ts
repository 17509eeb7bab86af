/** Which transfers can be paused, which can go on, and what each that waits needs. */
import type { PauseReason, TransferStatus, TransferView } from "@/transfer/transfers";

const PAUSABLE: ReadonlySet<TransferStatus> = new Set([
  "waiting",
  "listing",
  "uploading",
  "downloading",
]);

/** Those that a click alone sets going again. */
const RESUMABLE: ReadonlySet<PauseReason | null> = new Set(["person", "credentials", "permission"]);

export function canPause({ status }: TransferView): boolean {
  return PAUSABLE.has(status);
}

export function isPaused({ status }: TransferView): boolean {
  return status === "paused";
}

export function canResume(row: TransferView): boolean {
  return isPaused(row) && RESUMABLE.has(row.pausedFor);
}

/** Another tab works at it: nothing can be done with it here. */
export function isElsewhere({ pausedFor }: TransferView): boolean {
  return pausedFor === "other-page";
}

/** Ids of what waits for one reason, in order. */
export function pausedFor(rows: readonly TransferView[], reason: PauseReason): readonly string[] {
  return rows.filter((row) => row.pausedFor === reason).map(({ id }) => id);
}
