/** Everything about one column of the chart in one sentence, for who does not see it. */
import { useTranslations } from "use-intl";
import { formatSize } from "@/ui/size";
import type { Bin } from "./bins";
import { measures, type Measure } from "./measures";
import type { Sums } from "./sums";
import { useDayText } from "./useDayText";

export function useBinText(): (bin: Bin) => string {
  const t = useTranslations("statistics");
  const { span } = useDayText();
  const amountOf = (sums: Sums, { name, bytes }: Measure) => {
    const count = t(`amounts.${name}`, { count: sums[name] });
    return bytes && sums[name] > 0 ? `${count} ${formatSize(sums[bytes])}` : count;
  };
  return (bin) => {
    const amounts = measures.map((measure) =>
      t("chart.told", {
        name: t(`names.${measure.name}`),
        amount: amountOf(bin.sums, measure),
      }),
    );
    return [span(bin), ...amounts].join(", ");
  };
}
