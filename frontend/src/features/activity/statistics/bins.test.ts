import { expect, test } from "vitest";
import { binsOf } from "./bins";
import { sumOf } from "./sums";
import { counts } from "./testCounts";

test("days without activity are there, as zeros, and buckets of a day add up", () => {
  const bins = binsOf({ first: "2026-11-20", last: "2026-11-23" }, [
    counts("2026-11-21", "a", { uploads: 2, uploadedBytes: 10 }),
    counts("2026-11-21", "b", { uploads: 3, uploadedBytes: 5 }),
  ]);
  expect(bins.map(({ first, sums }) => [first, sums.uploads, sums.uploadedBytes])).toEqual([
    ["2026-11-20", 0, 0],
    ["2026-11-21", 5, 15],
    ["2026-11-22", 0, 0],
    ["2026-11-23", 0, 0],
  ]);
});

test("120 days are days, one more is weeks from Monday, cut off at both ends", () => {
  expect(binsOf({ first: "2026-07-27", last: "2026-11-23" }, [])).toHaveLength(120);
  const weeks = binsOf({ first: "2026-07-26", last: "2026-11-23" }, [
    counts("2026-07-26", "a", { deletions: 1 }),
    counts("2026-08-02", "a", { deletions: 2 }),
    counts("2026-11-23", "a", { deletions: 4 }),
  ]);
  expect(weeks).toHaveLength(19);
  expect(weeks.slice(0, 2).map(({ first, last }) => [first, last])).toEqual([
    ["2026-07-26", "2026-07-26"],
    ["2026-07-27", "2026-08-02"],
  ]);
  expect(weeks.at(-1)).toMatchObject({ first: "2026-11-23", last: "2026-11-23" });
  expect(weeks.map(({ sums }) => sums.deletions).filter(Boolean)).toEqual([1, 2, 4]);
});

test("weeks lose nothing of a year", () => {
  const range = { first: "2025-11-23", last: "2026-11-23" };
  const days = binsOf({ ...range, first: "2026-08-01" }, []).map(({ first }) => first);
  const each = days.map((day) => counts(day, "a", { downloads: 1, downloadedBytes: 7 }));
  const sum = sumOf(binsOf(range, each).map(({ sums }) => sums));
  expect(sum).toMatchObject({ downloads: days.length, downloadedBytes: 7 * days.length });
});
