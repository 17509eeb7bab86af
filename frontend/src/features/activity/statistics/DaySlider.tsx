/** The days below the chart: a slider that chooses the column to look at, by key, finger or mouse. */
import type { KeyboardEvent, PointerEvent } from "react";
import { useTranslations } from "use-intl";
import type { Bin } from "./bins";
import { useBinText } from "./useBinText";
import { useDayText } from "./useDayText";

export interface DaySliderProps {
  readonly bins: readonly Bin[];
  readonly at: number;
  readonly onMove: (at: number) => void;
  readonly onPoint: (event: PointerEvent<HTMLElement>) => void;
}

/** As many as fit beside the list of buckets; a phone shows every other one. */
const LABELS = 8;

/** How far a key goes; Home and End go all the way. */
const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -7,
  PageUp: 7,
  Home: -Infinity,
  End: Infinity,
};

export function DaySlider({ bins, at, onMove, onPoint }: DaySliderProps) {
  const t = useTranslations("statistics.chart");
  const { short } = useDayText();
  const told = useBinText();
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onMove(Math.min(Math.max(at + step, 0), bins.length - 1));
  };
  const centre = (bin: number) => `${((bin + 0.5) / bins.length) * 100}%`;
  const bin = bins[at];
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={t("point")}
      aria-valuemin={1}
      aria-valuemax={bins.length}
      aria-valuenow={at + 1}
      aria-valuetext={bin && told(bin)}
      onKeyDown={move}
      onPointerDown={onPoint}
      onPointerMove={onPoint}
      className="relative h-8 touch-pan-y text-xs text-ink-soft pointer-coarse:h-11"
    >
      <div
        className="absolute top-0 size-0 -translate-x-1/2 border-x-6 border-b-8 border-x-transparent border-b-accent-ink"
        style={{ left: centre(at) }}
      />
      {labelled(bins.length).map((index, nth) => (
        <span
          key={index}
          className={`absolute top-2 -translate-x-1/2 whitespace-nowrap ${nth % 2 === 0 ? "" : "max-xl:hidden"}`}
          style={{ left: centre(index) }}
        >
          {short(bins[index]?.first ?? "")}
        </span>
      ))}
    </div>
  );
}

/** Columns at even distances that get a label. */
function labelled(count: number): readonly number[] {
  const step = Math.ceil(count / LABELS);
  const length = Math.ceil((count - Math.floor(step / 2)) / step);
  return Array.from({ length }, (_, index) => Math.floor(step / 2) + index * step);
}
