/** What was done over time: a strip of bars for each measure, all over the same days. */
import { useId, useMemo, useState, type PointerEvent } from "react";
import { useTranslations } from "use-intl";
import { binsOf, isWeekly } from "./bins";
import { ChartStrip, stripLook } from "./ChartStrip";
import { DaySlider } from "./DaySlider";
import { measures, type Unit } from "./measures";
import type { Range } from "./period";
import { Segments } from "./Segments";
import type { DayCounts, Sums } from "./sums";
import { useDayText } from "./useDayText";

export interface ChartProps {
  readonly range: Range;
  readonly counts: readonly DayCounts[];
  readonly sum: Sums;
}

export function Chart({ range, counts, sum }: ChartProps) {
  const t = useTranslations("statistics.chart");
  const { span } = useDayText();
  const id = useId();
  const [unit, setUnit] = useState<Unit>("count");
  const { first, last } = range;
  const bins = useMemo(() => binsOf({ first, last }, counts), [first, last, counts]);
  const [pointed, setPointed] = useState<number | null>(null);
  const at = Math.min(pointed ?? bins.length - 1, bins.length - 1);
  const bin = bins[at];
  const point = (event: PointerEvent<HTMLElement>) => {
    setPointed(columnAt(event, bins.length));
  };
  return (
    <section aria-labelledby={id}>
      <div className="flex flex-wrap items-center gap-x-3 pb-2">
        <h2 id={id} className="font-semibold">
          {t("title")}
        </h2>
        <p className="flex-1 text-xs text-ink-soft">
          {t(isWeekly(range) ? "weeks" : "days", { range: span(range) })}
        </p>
        <Segments
          label={t("unit")}
          isLabelHidden
          value={unit}
          options={[
            { value: "count", label: t("count") },
            { value: "bytes", label: t("size") },
          ]}
          onChange={setUnit}
        />
      </div>
      <div className={`items-end pb-1 text-xs text-ink-soft ${stripLook}`}>
        <p>{t("sum")}</p>
        <p className="text-right sm:col-start-3">{bin && span(bin)}</p>
      </div>
      {measures
        .filter(({ bytes }) => unit === "count" || bytes !== undefined)
        .map((measure) => (
          <ChartStrip
            key={measure.name}
            measure={measure}
            unit={unit}
            bins={bins}
            sum={sum}
            at={at}
            onPoint={point}
          />
        ))}
      <div className={stripLook}>
        <div className="pl-16 max-sm:col-span-2 sm:col-start-2">
          <DaySlider bins={bins} at={at} onMove={setPointed} onPoint={point} />
        </div>
      </div>
    </section>
  );
}

/** Which of the columns the pointer is over. */
function columnAt({ currentTarget, clientX }: PointerEvent<HTMLElement>, columns: number): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  const at = Math.floor(((clientX - left) / width) * columns);
  return Math.min(Math.max(at, 0), columns - 1);
}
