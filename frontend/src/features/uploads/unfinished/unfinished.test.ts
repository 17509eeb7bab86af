import { expect, test } from "vitest";
import { upload } from "./testUploads";
import { initiatorName, olderThan, sumOf } from "./unfinished";

test.each([
  ["arn:aws:iam::123456789012:user/team/lee", "lee"],
  ["arn:aws:sts::123456789012:assumed-role/Ops/kim@example.com", "kim@example.com"],
  ["arn:aws:iam::123456789012:root", "root"],
  ["75aa57f09aa0c8caeab4f8c2", "75aa57f09aa0c8caeab4f8c2"],
])("%s is called %s", (initiator, name) => {
  expect(initiatorName(initiator)).toBe(name);
});

test("older than a week is what was begun more than seven times 24 hours ago", () => {
  const now = Date.parse("2026-11-23T12:00:00Z");
  const at = (initiatedAt: string) => upload(initiatedAt, { initiatedAt });
  const all = [
    at("2026-11-16T11:59:59Z"),
    at("2026-11-16T12:00:01Z"),
    at("2026-11-24T00:00:00Z"), // this clock is behind
  ];
  expect(olderThan(all, 7, now)).toEqual([all[0]]);
});

test("a sum counts what has no size beside those that have", () => {
  const all = [upload("a"), upload("b", { size: null, partCount: null }), upload("c", { size: 0 })];
  expect(sumOf(all)).toEqual({ count: 3, bytes: 16_000_000, unsized: 1 });
});
