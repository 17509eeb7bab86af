/** Days and spans of days as the reader's language writes them. */
import { useFormatter, useTranslations } from "use-intl";
import { dateOf, type Day } from "./day";
import type { Range } from "./period";

export interface DayTexts {
  /** "11. 23." on an axis. */
  readonly short: (day: Day) => string;
  /** "2026년 11월 23일 (월)", or from one to another. */
  readonly span: (range: Range) => string;
}

export function useDayText(): DayTexts {
  const format = useFormatter();
  const t = useTranslations("statistics");
  const timeZone = "UTC"; // they are days of a calendar, not moments of a zone
  const long = (day: Day) => format.dateTime(dateOf(day), { timeZone, dateStyle: "medium" });
  const withWeekday = (day: Day) =>
    format.dateTime(dateOf(day), {
      timeZone,
      year: "numeric",
      month: "short",
      day: "numeric",
      weekday: "short",
    });
  return {
    short: (day) => format.dateTime(dateOf(day), { timeZone, month: "numeric", day: "numeric" }),
    span: ({ first, last }) =>
      first === last ? withWeekday(first) : t("range", { first: long(first), last: long(last) }),
  };
}
