/** The CORS doctor of one bucket; what the person may do there decides about its repair. */
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useSearchParams } from "wouter";
import { CorsDoctor } from "@/features/buckets/cors/CorsDoctor";
import type { RepairGate } from "@/features/buckets/cors/repairGate";
import { correctEffective } from "@/features/permissions/correctEffective";
import {
  type ActionPermission,
  permissionOf,
  useEffective,
} from "@/features/permissions/useEffective";
import { useReasonText } from "@/features/permissions/useReasonText";
import { asPrefix, bucketPath } from "./routes";
import { useTitle } from "./useTitle";

const REPAIR = "s3:PutBucketCORS";

export function CorsPage({ bucket }: { readonly bucket: string }) {
  const t = useTranslations("corsPage");
  const queries = useQueryClient();
  const [search] = useSearchParams();
  useTitle(t("title", { bucket }));
  return (
    <CorsDoctor
      key={bucket}
      bucket={bucket}
      backHref={bucketPath(bucket, asPrefix(search.get("prefix") ?? ""))}
      gate={useRepairGate(bucket)}
      onRefused={(action) => {
        correctEffective(queries, { bucket, prefix: "", action });
      }}
    />
  );
}

/** Only who certainly may gets the button: unknown never shows as allowed. */
function useRepairGate(bucket: string): RepairGate {
  const t = useTranslations("corsPage");
  const sentence = useReasonText();
  const effective = useEffective(bucket, "");
  const whyNot = (permission: ActionPermission | undefined): string | null => {
    if (permission === undefined) return t("gateUnknown");
    if (permission.verdict === "allowed") return null;
    const reason = sentence(permission);
    return permission.verdict === "denied" ? reason : `${t("gateUnknown")} ${reason}`;
  };
  if (effective.isPending) return { reason: t("gateLoading"), standing: "checking" };
  const permission = permissionOf(effective.data, REPAIR);
  return { reason: whyNot(permission), standing: permission?.verdict ?? "unknown" };
}
