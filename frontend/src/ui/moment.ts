/** Moments: exact for the cell in the reader's zone, relative for the hover. */
const two = (value: number) => String(value).padStart(2, "0");

/** "2026-11-20 10:11", every one of the same width, in the reader's zone. */
export function exactMoment(moment: number): string {
  const at = new Date(moment);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

const spans = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** "3일 전": how long before `now` it was, in the largest unit that fits. */
export function relativeMoment(moment: number, now: number, locale: string): string {
  const seconds = Math.round((moment - now) / 1000);
  const [unit, length] = spans.find(([, span]) => Math.abs(seconds) >= span) ?? ["second", 1];
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  return format.format(Math.trunc(seconds / length), unit);
}
