/** Carries out a deletion; what S3 has confirmed leaves the list at once, the rest stays. */
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useApi } from "@/api/ApiContext";
import { asApiError } from "@/api/ApiError";
import { bodyOf, type Api } from "@/api/client";
import { deleteAll, isUnsure, noDeletion, type Deletion } from "./deletion";
import { dropKeys, lookAgain } from "./dropKeys";
import type { Place } from "./useListing";

export interface DeletionState {
  readonly phase: "asking" | "running" | "stopping" | "ended";
  readonly deletion: Deletion;
}

export function useDeletion(place: Place) {
  const api = useApi();
  const queries = useQueryClient();
  const isStopped = useRef(false);
  const [state, setState] = useState<DeletionState>({ phase: "asking", deletion: noDeletion });

  const start = async (keys: readonly string[]): Promise<Deletion> => {
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
    lookAgain(queries, place, isUnsure(deletion));
    setState({ phase: "ended", deletion });
    return deletion;
  };
  /** After the batch that S3 has in hand. */
  const stop = () => {
    isStopped.current = true;
    setState(({ deletion }) => ({ phase: "stopping", deletion }));
  };
  return { ...state, start, stop };
}

async function sendBatch(api: Api, { bucket }: Place, keys: readonly string[]) {
  const body = { bucket, keys: [...keys], confirmation: "delete" };
  const { results } = await bodyOf(api.POST("/api/objects/delete", { body }));
  return results;
}
