/** The columns of the chart: a day each, or a week each where days would be too thin. */
import { addDays, countDays, daysBetween, weekdayOf } from "./day";
import type { Range } from "./period";
import { none, sumOf, sumsByDay, type DayCounts, type Sums } from "./sums";

export interface Bin extends Range {
  readonly sums: Sums;
}

/** More columns than this are thinner than 2 pixels on a phone. */
const MAX_DAY_BINS = 120;

export function isWeekly({ first, last }: Range): boolean {
  return countDays(first, last) > MAX_DAY_BINS;
}

/** Weeks begin on Monday; those at both ends are cut off by the range. Nothing done is a column of zeros. */
export function binsOf(range: Range, counts: readonly DayCounts[]): readonly Bin[] {
  const byDay = sumsByDay(counts);
  return spansOf(range).map((span) => {
    const days = daysBetween(span.first, span.last);
    return { ...span, sums: sumOf(days.map((day) => byDay.get(day) ?? none)) };
  });
}

function spansOf(range: Range): readonly Range[] {
  const spans: Range[] = [];
  const isByWeek = isWeekly(range);
  for (let first = range.first; first <= range.last;) {
    const end = isByWeek ? addDays(first, 6 - weekdayOf(first)) : first;
    spans.push({ first, last: end < range.last ? end : range.last });
    first = addDays(end, 1);
  }
  return spans;
}
