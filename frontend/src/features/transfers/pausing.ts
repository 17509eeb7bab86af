/** Which transfers can be paused and which can go on. */
import type { TransferStatus, TransferView } from "@/transfer/transfers";

const PAUSABLE: ReadonlySet<TransferStatus> = new Set(["waiting", "listing", "downloading"]);

/** Uploads cannot. */
export function canPause({ direction, status }: TransferView): boolean {
  return direction === "download" && PAUSABLE.has(status);
}

export function isPaused({ status }: TransferView): boolean {
  return status === "paused";
}
