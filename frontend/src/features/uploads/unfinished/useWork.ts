/** What is being worked at, rendered anew only when that changes, and not with every byte. */
import { useMemo, useSyncExternalStore } from "react";
import type { Transfers } from "@/transfer/transfers";
import { workIn, type WorkById } from "./working";

export function useWork(
  transfers: Pick<Transfers, "subscribe" | "getSnapshot">,
  bucket: string,
): WorkById {
  const text = useSyncExternalStore(transfers.subscribe, () =>
    JSON.stringify(workIn(transfers.getSnapshot(), bucket)),
  );
  return useMemo(() => JSON.parse(text) as WorkById, [text]);
}
