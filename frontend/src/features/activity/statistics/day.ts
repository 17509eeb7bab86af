/** Days as the API writes them ("2026-11-23"), which belong to no time zone. */

/** In the order of the calendar, which is also that of the letters. */
export type Day = string;

const dayLength = 86_400_000; // ms; these days are UTC's, which has no summer time

/** The day at midnight UTC; format it in UTC. */
export function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function addDays(day: Day, count: number): Day {
  return new Date(dateOf(day).getTime() + count * dayLength).toISOString().slice(0, 10);
}

/** How many days there are, both included; less than 1 when `last` is before `first`. */
export function countDays(first: Day, last: Day): number {
  return Math.round((dateOf(last).getTime() - dateOf(first).getTime()) / dayLength) + 1;
}

/** Every day from one to another, both included. */
export function daysBetween(first: Day, last: Day): readonly Day[] {
  return Array.from({ length: countDays(first, last) }, (_, at) => addDays(first, at));
}

/** 0 on a Monday, 6 on a Sunday. */
export function weekdayOf(day: Day): number {
  return (dateOf(day).getUTCDay() + 6) % 7;
}

/** The day that it is in a time zone ("Asia/Seoul") at `now`, ms since 1970. */
export function dayIn(timeZone: string, now: number): Day {
  const format = new Intl.DateTimeFormat("en", {
    timeZone,
    calendar: "iso8601",
    numberingSystem: "latn",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  const parts = Object.fromEntries(
    format.formatToParts(now).map(({ type, value }) => [type, value]),
  );
  return `${parts["year"] ?? ""}-${parts["month"] ?? ""}-${parts["day"] ?? ""}`;
}
