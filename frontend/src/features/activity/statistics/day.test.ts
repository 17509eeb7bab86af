import { expect, test } from "vitest";
import { addDays, countDays, dayIn, weekdayOf } from "./day";

test("a day is the one of the deployment's zone, not of the reader's", () => {
  const lateInLondon = Date.parse("2026-11-22T15:30:00Z");
  expect(dayIn("Asia/Seoul", lateInLondon)).toBe("2026-11-23");
  expect(dayIn("Europe/London", lateInLondon)).toBe("2026-11-22");
});

test("days are counted across months, leap years and the ends of summer time", () => {
  expect(addDays("2028-02-28", 2)).toBe("2028-03-01");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  expect(countDays("2026-03-01", "2026-04-01")).toBe(32);
  expect(countDays("2026-11-02", "2026-11-01")).toBe(0);
});

test("a week begins on Monday", () => {
  expect(weekdayOf("2026-11-23")).toBe(0);
  expect(weekdayOf("2026-11-22")).toBe(6);
});
