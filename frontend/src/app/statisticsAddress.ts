/**
 * The address of the statistics.
 *
 * `days` are the latest ones, so a bookmark of it moves on with the calendar; `first` and `last`
 * stay what they are. `bucket` is the only one shown.
 */
import { presets, usualPeriod, type Period } from "@/features/activity/statistics/period";

export interface StatisticsAddress {
  readonly period: Period;
  /** Null: all of them. */
  readonly bucket: string | null;
}

export function readStatisticsAddress(search: URLSearchParams): StatisticsAddress {
  return { period: periodIn(search), bucket: search.get("bucket") };
}

export function writeStatisticsAddress({ period, bucket }: StatisticsAddress): URLSearchParams {
  const search = new URLSearchParams(
    period.kind === "fixed"
      ? { first: period.first, last: period.last }
      : { days: String(period.days) },
  );
  if (bucket !== null) search.set("bucket", bucket);
  return search;
}

function periodIn(search: URLSearchParams): Period {
  const [first, last] = [search.get("first"), search.get("last")];
  if (first !== null && last !== null) return { kind: "fixed", first, last };
  const days = presets.find((preset) => String(preset) === search.get("days"));
  return days === undefined ? usualPeriod : { kind: "latest", days };
}
