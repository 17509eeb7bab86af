/** Which days the statistics are about: the latest few, or from one day to another. */
import { addDays, countDays, type Day } from "./day";

/** The API answers for no more at once. */
export const MAX_DAYS = 366;

export const presets = [7, 30, 90] as const;

export type Preset = (typeof presets)[number];

export interface Range {
  readonly first: Day;
  /** Included. */
  readonly last: Day;
}

/** `latest` moves on with the calendar: a bookmark of it always shows the latest days. */
export type Period =
  { readonly kind: "latest"; readonly days: Preset } | ({ readonly kind: "fixed" } & Range);

export const usualPeriod: Period = { kind: "latest", days: 30 };

export function rangeOf(period: Period, today: Day): Range {
  return period.kind === "latest"
    ? { first: addDays(today, 1 - period.days), last: today }
    : { first: period.first, last: period.last };
}

export type RangeFault = "missing" | "order" | "long";

/** Why the API would refuse it, or null. */
export function rangeFault({ first, last }: Range): RangeFault | null {
  if (!isDay(first) || !isDay(last)) return "missing";
  if (last < first) return "order";
  return countDays(first, last) > MAX_DAYS ? "long" : null;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}
