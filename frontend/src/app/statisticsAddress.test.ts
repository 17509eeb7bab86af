import { expect, test } from "vitest";
import { readStatisticsAddress, writeStatisticsAddress } from "./statisticsAddress";

const read = (search: string) => readStatisticsAddress(new URLSearchParams(search));

test("an address keeps the latest days, two dates, and the bucket", () => {
  for (const search of [
    "days=7",
    "days=90&bucket=demo-reports",
    "first=2026-01-01&last=2026-02-01",
  ])
    expect(writeStatisticsAddress(read(search)).toString()).toBe(search);
});

test("an address that says nothing of use shows the last 30 days of all buckets", () => {
  const usual = { period: { kind: "latest", days: 30 }, bucket: null };
  for (const search of ["", "days=31", "days=all", "first=2026-01-01"])
    expect(read(search)).toEqual(usual);
});
