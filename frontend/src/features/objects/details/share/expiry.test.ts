import { expect, test } from "vitest";
import { firstChoice, longest } from "./expiry";

const now = Date.parse("2026-11-23T00:00:00Z");

test("a session that ends before the longest link bounds it", () => {
  const session = { maxSeconds: 43_200, boundBy: "session" as const };
  expect(longest({ ...session, sessionEndsAt: null }, now)).toBe(43_200);
  expect(longest({ ...session, sessionEndsAt: "2026-11-23T00:30:00Z" }, now)).toBe(1_800);
  expect(longest({ ...session, sessionEndsAt: "2026-11-24T00:00:00Z" }, now)).toBe(43_200);
});

test("an hour is proposed where it can be, else a quarter of one", () => {
  expect(firstChoice(604_800)).toBe(3_600);
  expect(firstChoice(1_800)).toBe(900);
});
