/** The one hook through which React sees the transfers. */
import { useSyncExternalStore } from "react";
import type { Transfers, TransfersSnapshot } from "./transfers";

/** Renders again when the snapshot changes, at most ten times a second. */
export function useTransfers(transfers: Transfers): TransfersSnapshot {
  return useSyncExternalStore(transfers.subscribe, transfers.getSnapshot);
}
