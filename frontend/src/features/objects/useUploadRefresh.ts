/** Shows what was just uploaded: completed keys are gathered for a moment, then fetched together. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Transfers } from "@/transfer/transfers";
import { listingKey, useRefreshKeys, type Place } from "./useListing";

/** Milliseconds; many small files end within it. */
const gatherFor = 700;

const prefixOf = (key: string) => key.slice(0, key.lastIndexOf("/") + 1);

export function useUploadRefresh(
  transfers: Pick<Transfers, "onCompleted">,
  { bucket, prefix }: Place,
): void {
  const queries = useQueryClient();
  const refresh = useRefreshKeys({ bucket, prefix });
  useEffect(() => {
    const gathered = gather((keys) => {
      // A failed refresh loses nothing: the rows stay, and the next one or the button catches up.
      refresh(keys).catch(() => undefined);
    });
    const forget = transfers.onCompleted((done) => {
      const place = { bucket: done.bucket, prefix: prefixOf(done.key) };
      if (place.bucket === bucket && place.prefix === prefix) gathered.add(done.key);
      else void queries.invalidateQueries({ queryKey: listingKey(place) });
    });
    return () => {
      forget();
      gathered.stop();
    };
  }, [transfers, bucket, prefix, refresh, queries]);
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
    stop: () => {
      clearTimeout(timer);
    },
  };
}
