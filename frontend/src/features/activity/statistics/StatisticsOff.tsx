/** Said where the server keeps no statistics: what is missing, for whoever deploys it. */
import { ChartColumn } from "lucide-react";
import { useTranslations } from "use-intl";
import { EmptyState } from "@/ui/EmptyState";

export function StatisticsOff() {
  const t = useTranslations("statistics.off");
  return (
    <EmptyState icon={<ChartColumn size={24} aria-hidden />} title={t("title")}>
      <p>{t("body")}</p>
      <p className="mt-2">
        {t.rich("deployer", { code: (words) => <code className="font-mono">{words}</code> })}
      </p>
    </EmptyState>
  );
}
