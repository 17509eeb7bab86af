import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import type { CompletedTransfer } from "@/transfer/transfers";
import { listingKey } from "./useListing";
import { useStaleListings } from "./useStaleListings";

function watching(...places: readonly string[]) {
  const queries = new QueryClient();
  for (const prefix of places)
    queries.setQueryData(listingKey({ bucket: "demo", prefix, requesterPays: false }), {});
  const listeners = new Set<(done: CompletedTransfer) => void>();
  const transfers = {
    onCompleted: (listener: (done: CompletedTransfer) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  renderHook(
    () => {
      useStaleListings(transfers);
    },
    { wrapper },
  );
  return {
    complete: (key: string) => {
      for (const listener of listeners) listener({ bucket: "demo", prefix: "", key });
    },
    isStale: (prefix: string) =>
      queries.getQueryState(listingKey({ bucket: "demo", prefix, requesterPays: false }))
        ?.isInvalidated,
  };
}

test("a list that an upload ended in while another page was shown is fetched when it is opened", () => {
  const { complete, isStale } = watching("in/", "other/");
  complete("in/a.txt");
  expect([isStale("in/"), isStale("other/")]).toEqual([true, false]);
});
