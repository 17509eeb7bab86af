/** Whether a deletion in a bucket can be undone, in a sentence, before it is confirmed. */
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useApi } from "@/api/ApiContext";
import { bodyOf } from "@/api/client";

export function useProtectionText(bucket: string): string {
  const t = useTranslations("deletion.protection");
  const api = useApi();
  const { data, isPending } = useQuery({
    queryKey: ["protection", bucket],
    queryFn: ({ signal }) =>
      bodyOf(api.GET("/api/buckets/protection", { params: { query: { bucket } }, signal })),
  });
  if (isPending) return t("checking");
  // Object Lock keeps versions and not names: a plain deletion is never refused for it.
  if (data?.objectLock === "on") return `${t("enabled")} ${t("locked")}`;
  return t(data?.versioning ?? "unknown");
}
