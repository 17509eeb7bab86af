/** Adds the suggested rule to the bucket, and looks whether requests get through then. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useApi } from "@/api/ApiContext";
import { ApiError } from "@/api/ApiError";
import { bodyOf } from "@/api/client";
import { type CorsDiagnosis, withProbes } from "@/transfer/adapters/examination";
import { examinationKey } from "./useExamination";
import { verified } from "./verification";

/** `onRefused` hears which action AWS has refused. */
export function useRepair(bucket: string, onRefused: (action: string) => void) {
  const api = useApi();
  const queries = useQueryClient();
  const queryKey = examinationKey(bucket);
  return useMutation({
    mutationFn: async ({ origin, fingerprint }: Pick<CorsDiagnosis, "origin" | "fingerprint">) => {
      const body = { bucket, origin, fingerprint: fingerprint ?? "" };
      const rules = await bodyOf(api.PUT("/api/buckets/cors", { body }));
      return verified(rules, withProbes, pause);
    },
    onSuccess: (seen) => {
      queries.setQueryData(queryKey, seen);
    },
    onError: (error) => {
      if (!(error instanceof ApiError)) return;
      if (error.code === "cors_rules_changed") void queries.invalidateQueries({ queryKey });
      const { action } = error.params;
      if (error.code === "access_denied" && typeof action === "string") onRefused(action);
    },
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((wake) => setTimeout(wake, ms));
}
