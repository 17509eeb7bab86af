/** One measure over time: its sum, its bars, and what it was in the column that is looked at. */
import { useCallback, type PointerEvent } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { formatSize } from "@/ui/size";
import { Amount } from "./Amount";
import { axisOf } from "./axis";
import { Bars } from "./Bars";
import type { Bin } from "./bins";
import { valueOf, type Measure, type Unit } from "./measures";
import { none, type Sums } from "./sums";

/** What stands above and below a strip keeps to its columns. */
export const stripLook =
  "grid grid-cols-2 gap-x-4 sm:grid-cols-[8rem_minmax(0,1fr)_8rem] lg:grid-cols-[9rem_minmax(0,1fr)_9rem]";

export interface ChartStripProps {
  readonly measure: Measure;
  readonly unit: Unit;
  readonly bins: readonly Bin[];
  readonly sum: Sums;
  /** The column that is looked at. */
  readonly at: number;
  readonly onPoint: (event: PointerEvent<HTMLElement>) => void;
}

export function ChartStrip({ measure, unit, bins, sum, at, onPoint }: ChartStripProps) {
  const t = useTranslations("statistics.names");
  const values = bins.map(({ sums }) => valueOf(sums, measure, unit));
  return (
    <div className={stripLook}>
      <div className="flex flex-col justify-center py-1">
        <span className="font-medium">{t(measure.name)}</span>
        <Amount measure={measure} sums={sum} />
      </div>
      <div className="flex items-end justify-end py-1 text-right sm:order-last sm:items-center">
        <Amount measure={measure} sums={bins[at]?.sums ?? none} />
      </div>
      <Plot values={values} unit={unit} at={at} onPoint={onPoint} measure={measure} />
    </div>
  );
}

interface PlotProps extends Pick<ChartStripProps, "at" | "measure" | "onPoint" | "unit"> {
  readonly values: readonly number[];
}

function Plot({ values, unit, at, onPoint, measure }: PlotProps) {
  const format = useFormatter();
  const written = useCallback(
    (value: number) => (unit === "bytes" ? formatSize(value) : format.number(value)),
    [unit, format],
  );
  return (
    <div className="py-2 pl-16 max-sm:col-span-2">
      <div
        aria-hidden
        onPointerMove={onPoint}
        onPointerDown={onPoint}
        className="relative h-16 touch-pan-y"
      >
        {values.length > 1 && (
          <div
            className="absolute -inset-y-2 bg-selected"
            style={{ left: `${(at / values.length) * 100}%`, width: `${100 / values.length}%` }}
          />
        )}
        <Bars
          values={values}
          axis={axisOf(Math.max(...values))}
          isFailure={measure.name === "failedUploads"}
          written={written}
        />
      </div>
    </div>
  );
}
