/** One measure's count, with the bytes that belong to it: "4개 · 1.2 GB". */
import { useTranslations } from "use-intl";
import { formatSize } from "@/ui/size";
import type { Measure } from "./measures";
import type { Sums } from "./sums";

export interface AmountProps {
  readonly measure: Measure;
  readonly sums: Sums;
}

export function Amount({ measure, sums }: AmountProps) {
  const t = useTranslations("statistics");
  const count = sums[measure.name];
  const bytes = measure.bytes && sums[measure.bytes];
  return (
    <span className={`whitespace-nowrap ${count === 0 ? "text-ink-soft" : ""}`}>
      {t(`amounts.${measure.name}`, { count })}
      {bytes !== undefined && count > 0 && (
        <span title={t("bytes", { bytes })} className="text-ink-soft">
          {" · "}
          {formatSize(bytes)}
        </span>
      )}
    </span>
  );
}
