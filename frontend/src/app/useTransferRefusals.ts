/** A transfer that S3 refuses settles what may be uploaded to its place, or downloaded from there. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { correctEffective } from "@/features/permissions/correctEffective";
import type { Place } from "@/features/permissions/useEffective";
import type { Transfers, TransferView } from "@/transfer/transfers";

const directions = ["upload", "download"] as const;

export function useTransferRefusals(
  transfers: Pick<Transfers, "subscribe" | "getSnapshot">,
  { bucket, prefix }: Place,
): void {
  const queries = useQueryClient();
  useEffect(() => {
    let failed = transfers.getSnapshot().totals.failed;
    return transfers.subscribe(() => {
      const { transfers: rows, totals } = transfers.getSnapshot();
      const isWorse = totals.failed > failed;
      failed = totals.failed;
      if (!isWorse) return;
      const here = rows.filter((row) => row.bucket === bucket && row.prefix === prefix);
      for (const direction of directions) {
        const action = refusedAction(here.filter((row) => row.direction === direction));
        if (action !== null) correctEffective(queries, { bucket, prefix, action });
      }
    });
  }, [transfers, queries, bucket, prefix]);
}

/** Null where something arrived: then it is about single names, and not about the place. */
function refusedAction(rows: readonly TransferView[]): string | null {
  if (rows.some(({ status }) => status === "done")) return null;
  for (const { failure } of rows) {
    if (failure?.code === "s3_access_denied") return "s3:PutObject";
    if (failure?.code === "get_denied") return "s3:GetObject";
    const action = failure?.code === "access_denied" ? failure.params["action"] : undefined;
    if (typeof action === "string") return action;
  }
  return null;
}
