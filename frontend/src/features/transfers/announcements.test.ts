import { expect, test } from "vitest";
import { row } from "@/testing/fakeTransfers";
import type { TransferDirection, TransferStatus } from "@/transfer/transfers";
import { announcements, tally } from "./announcements";

function rows(count: number, status: TransferStatus, direction: TransferDirection = "upload") {
  return Array.from({ length: count }, (_, i) => row(`${status}-${i}`, status, { direction }));
}

test("many files that end together are one sentence", () => {
  const before = tally(rows(300, "waiting"));
  const now = tally([...rows(298, "done"), ...rows(2, "failed")]);
  expect(announcements(before, now)).toEqual([
    { sentence: "transfers.announce.done", count: 298 },
    { sentence: "transfers.announce.failed", count: 2 },
  ]);
});

test("progress alone is not worth a sentence", () => {
  const waiting = [row("a", "waiting"), row("b", "waiting")];
  const moving = [row("a", "uploading", { movedBytes: 9 }), row("b", "waiting")];
  expect(announcements(tally(waiting), tally(moving))).toEqual([]);
});

test("clearing what is finished says nothing", () => {
  expect(announcements(tally(rows(5, "done")), tally([]))).toEqual([]);
});

test("new files and conflicts are told", () => {
  const now = tally([...rows(3, "waiting"), row("taken", "conflict")]);
  expect(announcements(tally([]), now)).toEqual([
    { sentence: "transfers.announce.started", count: 4 },
    { sentence: "transfers.announce.conflict", count: 1 },
  ]);
});

test("uploads and downloads are told apart", () => {
  const before = tally([...rows(2, "uploading"), ...rows(3, "downloading", "download")]);
  const now = tally([...rows(2, "done"), ...rows(3, "done", "download")]);
  expect(announcements(before, now)).toEqual([
    { sentence: "transfers.announce.done", count: 2 },
    { sentence: "downloads.announce.done", count: 3 },
  ]);
});

test("what an earlier page has left paused is told when it goes on, not before", () => {
  const paused = tally(rows(3, "paused", "download"));
  expect(announcements(tally([]), paused)).toEqual([]);
  expect(announcements(paused, tally(rows(3, "waiting", "download")))).toEqual([
    { sentence: "downloads.announce.started", count: 3 },
  ]);
});

test("a tree whose files are looked for counts as none of them", () => {
  const listing = tally(rows(1, "listing", "download"));
  expect(announcements(tally([]), listing)).toEqual([]);
});

test.each(["credentials", "file", "permission"] as const)(
  "what stops and needs a person (%s) is told, uploads and downloads together",
  (reason) => {
    const before = [row("a", "uploading"), row("b", "downloading", { direction: "download" })];
    const now = before.map((was) => ({ ...was, status: "paused", pausedFor: reason }) as const);
    expect(announcements(tally(before), tally(now))).toEqual([
      { sentence: `transfers.announce.${reason}`, count: 2 },
    ]);
  },
);

test("what a person has paused, and what another tab does, is not told", () => {
  const now = (["person", "other-page"] as const).map((pausedFor) =>
    row(pausedFor, "paused", { pausedFor }),
  );
  expect(announcements(tally([]), tally(now))).toEqual([]);
});
