import { expect, test } from "vitest";
import type { TransferTotals } from "@/transfer/transfers";
import { announcements } from "./announcements";

const none: TransferTotals = {
  waiting: 0,
  active: 0,
  done: 0,
  failed: 0,
  conflicts: 0,
  cancelled: 0,
  skipped: 0,
  bytes: 0,
  movedBytes: 0,
  paused: 0,
  downloads: 0,
  bytesPerSecond: null,
  remainingSeconds: null,
  offline: false,
};

test("many files that end together are one sentence", () => {
  const before = { ...none, waiting: 300 };
  expect(announcements(before, { ...none, done: 298, failed: 2 })).toEqual([
    { about: "done", count: 298 },
    { about: "failed", count: 2 },
  ]);
});

test("progress alone is not worth a sentence", () => {
  expect(announcements({ ...none, waiting: 2 }, { ...none, active: 2, movedBytes: 9 })).toEqual([]);
});

test("clearing what is finished says nothing", () => {
  expect(announcements({ ...none, done: 5 }, none)).toEqual([]);
});

test("new files and conflicts are told", () => {
  expect(announcements(none, { ...none, waiting: 3, conflicts: 1 })).toEqual([
    { about: "started", count: 4 },
    { about: "conflict", count: 1 },
  ]);
});
