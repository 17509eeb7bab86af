/** The bars of one measure and the lines that tell their height; for eyes only. */
import { memo } from "react";
import type { Axis } from "./axis";

export interface BarsProps {
  readonly values: readonly number[];
  readonly axis: Axis;
  readonly isFailure: boolean;
  readonly written: (value: number) => string;
}

/** Anything at all shows as a hairline, however large the rest is. */
const HAIRLINE = 2; // percent of the height

export const Bars = memo(function Bars({ values, axis, isFailure, written }: BarsProps) {
  const percent = (value: number) => (value / axis.end) * 100;
  return (
    <>
      {axis.ticks.map((tick) => (
        <div
          key={tick}
          className={`absolute inset-x-0 border-b ${tick === 0 ? "border-control-line" : "border-line"}`}
          style={{ bottom: `${percent(tick)}%` }}
        >
          <span className="absolute right-full bottom-0 translate-y-1/2 pr-2 text-xs whitespace-nowrap text-ink-soft">
            {written(tick)}
          </span>
        </div>
      ))}
      <div className="absolute inset-0 flex items-end">
        {values.map((value, at) => (
          <div key={at} className="flex h-full flex-1 items-end justify-center">
            {value > 0 && (
              <div
                data-value={value}
                className={`w-7/10 max-w-8 forced-colors:bg-[CanvasText] ${isFailure ? "bg-danger" : "bg-accent"}`}
                style={{ height: `${Math.max(percent(value), HAIRLINE)}%` }}
              />
            )}
          </div>
        ))}
      </div>
    </>
  );
});
