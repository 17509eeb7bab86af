/** Shows what was just uploaded: completed keys are gathered for a moment, then fetched together. */
import { useEffect } from "react";
import type { Transfers } from "@/transfer/transfers";
import { prefixOf } from "./path";
import { useRefreshKeys, type Place } from "./useListing";

/** Milliseconds; many small files end within it. */
const gatherFor = 700;

export function useUploadRefresh(
  transfers: Pick<Transfers, "onCompleted">,
  { bucket, prefix, requesterPays }: Place,
): void {
  const refresh = useRefreshKeys({ bucket, prefix, requesterPays });
  useEffect(() => {
    const gathered = gather((keys) => {
      // A failed refresh loses nothing: the rows stay, and the next one or the button catches up.
      refresh(keys).catch(() => undefined);
    });
    const forget = transfers.onCompleted((done) => {
      if (done.bucket === bucket && prefixOf(done.key) === prefix) gathered.add(done.key);
    });
    return () => {
      forget();
      gathered.end();
    };
  }, [transfers, bucket, prefix, refresh]);
}

function gather(deliver: (keys: ReadonlySet<string>) => void) {
  let keys = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    deliver(keys);
    keys = new Set();
  };
  return {
    add: (key: string) => {
      keys.add(key);
      timer ??= setTimeout(flush, gatherFor);
    },
    /** Delivers what waits: the list may be opened again. */
    end: () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      flush();
    },
  };
}
