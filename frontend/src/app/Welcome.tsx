/** What stands at `/` before a bucket is open. */
import { useTranslations } from "use-intl";
import { useBuckets } from "@/features/buckets/useBuckets";
import { EmptyState } from "@/ui/EmptyState";

export function Welcome() {
  const t = useTranslations("app");
  const { isDenied } = useBuckets();
  if (isDenied) return <EmptyState title={t("welcomeByName")}>{t("welcomeByNameBody")}</EmptyState>;
  return <EmptyState title={t("welcome")}>{t("welcomeBody")}</EmptyState>;
}
