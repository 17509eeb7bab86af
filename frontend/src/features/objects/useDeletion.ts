/** Carries out a deletion; what S3 has confirmed leaves the list at once, the rest stays. */
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useApi } from "@/api/ApiContext";
import { asApiError } from "@/api/ApiError";
import { bodyOf, type Api } from "@/api/client";
import { deleteAll, isUnsure, keptKeys, noDeletion, type Deletion } from "./deletion";
import { dropKeys, lookAgain } from "./dropKeys";
import { stepBelow } from "./path";
import { useRefreshKeys, type Place } from "./useListing";

export type DeletionPhase = "asking" | "running" | "stopping" | "ended";

export interface DeletionState {
  readonly phase: DeletionPhase;
  readonly deletion: Deletion;
}

export function useDeletion(place: Place) {
  const api = useApi();
  const queries = useQueryClient();
  const isStopped = useRef(false);
  const [state, setState] = useState<DeletionState>({ phase: "asking", deletion: noDeletion });

  const refreshKeys = useRefreshKeys(place);

  /** Deletes the keys; `prefixes` are the rows that some of them are below. */
  const start = async (keys: readonly string[], prefixes: readonly string[]): Promise<Deletion> => {
    setState({ phase: "running", deletion: noDeletion });
    const deletion = await deleteAll(keys, {
      send: (batch) => sendBatch(api, place, batch),
      onProgress: async (gone, soFar) => {
        await dropKeys(queries, place, gone);
        setState(({ phase }) => ({ phase, deletion: soFar }));
      },
      isStopped: () => isStopped.current,
      toError: (cause) => asApiError(cause instanceof Error ? cause : new Error(String(cause))),
    });
    const emptied = emptiedPrefixes(place, prefixes, keptKeys(keys, deletion));
    await dropKeys(queries, place, emptied);
    lookAgain(queries, place, isUnsure(deletion));
    // Something may have come below them meanwhile: then they are shown again, but not selected.
    if (emptied.length > 0) void refreshKeys(new Set(emptied)).catch(() => undefined);
    setState({ phase: "ended", deletion });
    return deletion;
  };
  /** After the batch that S3 has in hand. */
  const stop = () => {
    isStopped.current = true;
    setState(({ deletion }) => ({ phase: "stopping", deletion }));
  };
  /** Fetches the list again, which shows what is there no more. */
  const refresh = () => {
    lookAgain(queries, place, true);
  };
  return { ...state, start, stop, refresh };
}

/** Prefixes of which nothing is left, as far as was counted. */
function emptiedPrefixes(
  place: Place,
  prefixes: readonly string[],
  kept: readonly string[],
): readonly string[] {
  const left = new Set(kept.map((key) => stepBelow(place.prefix, key)));
  return prefixes.filter((prefix) => !left.has(prefix));
}

async function sendBatch(api: Api, { bucket }: Place, keys: readonly string[]) {
  const body = { bucket, keys: [...keys], confirmation: "delete" };
  const { results } = await bodyOf(api.POST("/api/objects/delete", { body }));
  return results;
}
