/** Counts what a deletion will take, while its dialog is open. */
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { useApi } from "@/api/ApiContext";
import { asApiError, type ApiError } from "@/api/ApiError";
import { bodyOf, type Api } from "@/api/client";
import type { Entry } from "./entry";
import { partsOf } from "./selection";
import { countTrees, type Count, type ListedPage } from "./treeCount";
import type { Place } from "./useListing";

/** The most that one ListObjectsV2 call returns. */
const pageLimit = 1000;

const pagesKey = ["tree"];

export type CountState =
  | { readonly kind: "counting"; readonly count: Count }
  | { readonly kind: "counted"; readonly count: Count }
  | { readonly kind: "too-many" }
  | { readonly kind: "failed"; readonly error: ApiError };

export function useTreeCount(place: Place, entries: readonly Entry[]) {
  const api = useApi();
  const queries = useQueryClient();
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState(() => atOnce(entries));
  const begin = useEffectEvent((signal: AbortSignal) => {
    if (state.kind === "counted") return;
    void count({ api, queries, place, signal }, entries, setState);
  });
  useEffect(() => {
    const abortion = new AbortController();
    begin(abortion.signal);
    return () => {
      abortion.abort();
      void queries.cancelQueries({ queryKey: pagesKey });
    };
  }, [attempt, queries]);
  const retry = () => {
    setState(atOnce(entries));
    setAttempt(attempt + 1);
  };
  return { state, retry };
}

/** Objects alone are counted without asking anybody. */
function atOnce(entries: readonly Entry[]): CountState {
  const { objects, prefixes, bytes } = partsOf(entries);
  const count = { keys: objects.map(({ key }) => key), bytes };
  return { kind: prefixes.length === 0 ? "counted" : "counting", count };
}

interface Asking {
  readonly api: Api;
  readonly queries: QueryClient;
  readonly place: Place;
  readonly signal: AbortSignal;
}

async function count(
  asking: Asking,
  entries: readonly Entry[],
  onState: (state: CountState) => void,
): Promise<void> {
  const show = (state: CountState) => {
    if (!asking.signal.aborted) onState(state);
  };
  const { objects, prefixes } = partsOf(entries);
  const below = prefixes.map(({ key }) => key);
  try {
    const counted = await countTrees(objects, below, {
      list: (prefix, cursor) => listTree(asking, prefix, cursor),
      onProgress: (soFar) => {
        show({ kind: "counting", count: soFar });
      },
    });
    show(counted === null ? { kind: "too-many" } : { kind: "counted", count: counted });
  } catch (cause) {
    show({ kind: "failed", error: asApiError(cause instanceof Error ? cause : new Error()) });
  }
}

/** Each page is tried again by itself, as any query is: a long count survives a short failure. */
function listTree({ api, queries, place }: Asking, prefix: string, cursor: string | null) {
  const { bucket, requesterPays } = place;
  const query = {
    bucket,
    prefix,
    recursive: true,
    limit: pageLimit,
    ...(cursor !== null && { cursor }),
    ...(requesterPays && { requesterPays }),
  };
  return queries.query<ListedPage>({
    queryKey: [...pagesKey, query],
    queryFn: ({ signal }) => bodyOf(api.GET("/api/objects", { params: { query }, signal })),
    staleTime: 0,
    gcTime: 0,
  });
}
