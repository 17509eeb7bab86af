/** How far a deletion is; it moves with each answer of S3. */
import { useTranslations } from "use-intl";
import { ProgressBar } from "@/ui/ProgressBar";
import type { Deletion } from "./deletion";

export interface DeletionProgressProps {
  readonly deletion: Deletion;
  readonly total: number;
  readonly isStopping: boolean;
}

export function DeletionProgress({ deletion, total, isStopping }: DeletionProgressProps) {
  const t = useTranslations("deletion");
  const { deleted, failures } = deletion;
  return (
    <div className="mt-3 flex flex-col gap-1">
      <ProgressBar label={t("progress")} percent={(100 * (deleted + failures.length)) / total} />
      <p className="text-xs text-ink-soft">
        {isStopping ? t("stopping") : t("soFar", { deleted, total })}
      </p>
    </div>
  );
}
