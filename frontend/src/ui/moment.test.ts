import { expect, test } from "vitest";
import { exactMoment, relativeMoment } from "./moment";

const now = new Date(2026, 10, 23, 9, 0).getTime();

test("the exact moment stands in the reader's zone and is always 16 characters wide", () => {
  expect(exactMoment(new Date(2026, 0, 2, 3, 4).getTime())).toBe("2026-01-02 03:04");
});

test("the relative moment takes the largest unit that fits", () => {
  expect(relativeMoment(now - 3 * 86_400_000, now, "ko")).toBe("3일 전");
  expect(relativeMoment(now - 90_000, now, "en")).toBe("1 minute ago");
  expect(relativeMoment(now, now, "ko")).toBe("지금");
});
