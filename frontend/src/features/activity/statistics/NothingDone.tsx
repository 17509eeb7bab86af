/** No activity in the chosen days and bucket: what would be here, and the way on. */
import { ChartColumn } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";

export interface NothingDoneProps {
  readonly bucket: string | null;
  readonly onAllBuckets: () => void;
}

export function NothingDone({ bucket, onAllBuckets }: NothingDoneProps) {
  const t = useTranslations("statistics.nothing");
  return (
    <EmptyState
      icon={<ChartColumn size={24} aria-hidden />}
      title={bucket === null ? t("title") : t("bucketTitle", { bucket })}
      action={bucket !== null && <Button onPress={onAllBuckets}>{t("all")}</Button>}
    >
      {t("body")}
    </EmptyState>
  );
}
