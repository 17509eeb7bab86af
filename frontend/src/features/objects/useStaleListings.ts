/** Uploads end on other pages, too: the lists that they end in are fetched again when they are opened, details at once. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Transfers } from "@/transfer/transfers";
import { detailsKey } from "./details/detailsKey";
import { prefixOf } from "./path";
import { listingsKey } from "./useListing";

/** For as long as there are transfers; the list that is shown looks after itself. */
export function useStaleListings(transfers: Pick<Transfers, "onCompleted">): void {
  const queries = useQueryClient();
  useEffect(
    () =>
      transfers.onCompleted(({ bucket, key }) => {
        const queryKey = listingsKey(bucket, prefixOf(key));
        void queries.invalidateQueries({ queryKey, type: "inactive" });
        void queries.invalidateQueries({ queryKey: detailsKey(bucket, key) });
      }),
    [transfers, queries],
  );
}
