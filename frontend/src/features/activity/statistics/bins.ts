/** The columns of the chart: a day each, or a week each where days would be too thin. */
import { addDays, countDays, weekdayOf, type Day } from "./day";
import type { Range } from "./period";
import { added, none, type DayCounts, type Sums } from "./sums";

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
  const sums = new Map<Day, Sums>();
  const beginOf = isWeekly(range) ? (day: Day) => weekOf(day, range) : (day: Day) => day;
  for (const each of counts) {
    const begin = beginOf(each.day);
    sums.set(begin, added(sums.get(begin) ?? none, each));
  }
  return spansOf(range).map((span) => ({ ...span, sums: sums.get(span.first) ?? none }));
}

/** The first day of its week within the range. */
function weekOf(day: Day, { first }: Range): Day {
  const monday = addDays(day, -weekdayOf(day));
  return monday < first ? first : monday;
}

function spansOf(range: Range): readonly Range[] {
  const spans: Range[] = [];
  for (let first = range.first; first <= range.last;) {
    const end = isWeekly(range) ? addDays(first, 6 - weekdayOf(first)) : first;
    spans.push({ first, last: end < range.last ? end : range.last });
    first = addDays(end, 1);
  }
  return spans;
}
