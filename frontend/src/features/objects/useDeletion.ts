/** Carries out a deletion; what S3 has confirmed leaves the list at once, the rest stays. */
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useApi } from "@/api/ApiContext";
import { asApiError } from "@/api/ApiError";
import { bodyOf, type Api } from "@/api/client";
import { deleteAll, keptKeys, noDeletion, unsureCount, type Deletion } from "./deletion";
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
  const [isReread, setReread] = useState(false);
  const [state, setState] = useState<DeletionState>({ phase: "asking", deletion: noDeletion });

  const refreshKeys = useRefreshKeys(place);

  /** Deletes the keys; `prefixes` are the rows that some of them are below. */
  const start = async (keys: readonly string[], prefixes: readonly string[]): Promise<Deletion> => {
    setState({ phase: "running", deletion: noDeletion });
    // A prefix's own marker has its key: the row stays as long as anything is below it.
    const rows = new Set(prefixes);
    const deletion = await deleteAll(keys, {
      send: (batch) => sendBatch(api, place, batch),
      onProgress: async (gone, soFar) => {
        const objects = gone.filter((key) => !rows.has(key));
        await dropKeys(queries, place, objects);
        setState(({ phase }) => ({ phase, deletion: soFar }));
      },
      isStopped: () => isStopped.current,
      toError: (cause) => asApiError(cause instanceof Error ? cause : new Error(String(cause))),
    });
    await dropEmptied(emptiedPrefixes(place, prefixes, keptKeys(keys, deletion)));
    void lookAgain(queries, place, unsureCount(deletion) > 0).then(setReread);
    setState({ phase: "ended", deletion });
    return deletion;
  };
  /** Something may have come below them meanwhile: then they are shown again, but not selected. */
  const dropEmptied = async (prefixes: readonly string[]) => {
    if (prefixes.length === 0) return;
    await dropKeys(queries, place, prefixes);
    void refreshKeys(new Set(prefixes)).catch(() => undefined);
  };
  /** After the batch that S3 has in hand. */
  const stop = () => {
    isStopped.current = true;
    setState(({ deletion }) => ({ phase: "stopping", deletion }));
  };
  /** Fetches the list again, which shows what is there no more. */
  const refresh = () => {
    void lookAgain(queries, place, true);
  };
  return { ...state, isReread, start, stop, refresh };
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

async function sendBatch(api: Api, { bucket, requesterPays }: Place, keys: readonly string[]) {
  const body = { bucket, keys: [...keys], requesterPays, confirmation: "delete" };
  const { results } = await bodyOf(api.POST("/api/objects/delete", { body }));
  return results;
}
