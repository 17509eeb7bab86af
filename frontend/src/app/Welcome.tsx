/** What stands at `/` before a bucket is open. */
import { useTranslations } from "use-intl";
import { EmptyState } from "@/ui/EmptyState";

export function Welcome() {
  const t = useTranslations("app");
  return <EmptyState title={t("welcome")}>{t("welcomeBody")}</EmptyState>;
}
