/** Carries out abortions; what is gone leaves the list at once, and what failed keeps its reason. */
import { useRef, useState } from "react";
import { useApi } from "@/api/ApiContext";
import { asApiError, type ApiError } from "@/api/ApiError";
import { abortAll, noAbortion, type Abortion } from "./abortion";
import type { Place, UnfinishedUpload } from "./unfinished";
import { useDropUnfinished } from "./useUnfinished";

export type AbortionPhase = "idle" | "running" | "stopping";

export type Aborting = ReturnType<typeof useAbortion>;

export function useAbortion(place: Place) {
  const api = useApi();
  const drop = useDropUnfinished(place);
  const isStopped = useRef(false);
  const [phase, setPhase] = useState<AbortionPhase>("idle");
  const [soFar, setSoFar] = useState(noAbortion);
  const [failures, setFailures] = useState<ReadonlyMap<string, ApiError>>(new Map());

  const start = async (uploads: readonly UnfinishedUpload[]): Promise<Abortion> => {
    isStopped.current = false;
    setPhase("running");
    setSoFar(noAbortion);
    const ended = await abortAll(uploads, {
      abort: async ({ key, uploadId }) => {
        const body = { bucket: place.bucket, key, uploadId };
        await api.POST("/api/uploads/abort", { body });
      },
      onGone: ({ uploadId }) => {
        drop(uploadId);
      },
      onProgress: setSoFar,
      isStopped: () => isStopped.current,
      toError: (cause) => asApiError(cause instanceof Error ? cause : new Error(String(cause))),
    });
    setFailures((known) => new Map([...known, ...ended.failures]));
    setPhase("idle");
    return ended;
  };
  /** What S3 has in hand still ends. */
  const stop = () => {
    isStopped.current = true;
    setPhase("stopping");
  };
  return { phase, soFar, failures, start, stop };
}
