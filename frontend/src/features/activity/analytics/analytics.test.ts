/** What analytics are told, and when. */
import { expect, test } from "vitest";
import { FakeClock } from "@/transfer/testing/fakeClock";
import type { Deed } from "../deed";
import { Analytics } from "./analytics";

function started() {
  const clock = new FakeClock();
  const logged: unknown[] = [];
  const switched: boolean[] = [];
  const analytics = new Analytics(
    {
      log: (name, params) => logged.push([name, params]),
      setEnabled: (isEnabled) => switched.push(isEnabled),
    },
    clock,
  );
  const many = (count: number, deed: Deed) => {
    for (let i = 0; i < count; i += 1) analytics.hear(deed);
  };
  return { clock, logged, switched, analytics, many };
}

test("a bucket that is opened is told at once, by its name alone", () => {
  const { analytics, logged } = started();
  analytics.hear({ kind: "bucket-opened", bucket: "demo" });
  expect(logged).toEqual([["bucket_open", { bucket: "demo" }]]);
});

test("10,000 uploads within a moment are one event for each bucket, with their number", async () => {
  const { clock, logged, many } = started();
  many(9_000, { kind: "uploaded", bucket: "demo" });
  many(1_000, { kind: "uploaded", bucket: "other" });
  await clock.advance(40_000);
  expect(logged).toEqual([
    ["upload_complete", { bucket: "demo", count: 9_000 }],
    ["upload_complete", { bucket: "other", count: 1_000 }],
  ]);
});

test("downloads and deletions are counted apart, without sizes", async () => {
  const { clock, logged, many } = started();
  many(2, { kind: "downloaded", bucket: "demo", size: 77 });
  many(1, { kind: "deleted", bucket: "demo", count: 5 });
  await clock.advance(40_000);
  expect(logged).toEqual([
    ["download_complete", { bucket: "demo", count: 2 }],
    ["delete_complete", { bucket: "demo", count: 5 }],
  ]);
});

test("nothing is counted twice, and a failed upload not at all", async () => {
  const { clock, logged, many } = started();
  many(1, { kind: "uploaded", bucket: "demo" });
  many(1, { kind: "upload-failed", bucket: "demo", key: "k", size: 1, code: "x" });
  await clock.advance(200_000);
  expect(logged).toEqual([["upload_complete", { bucket: "demo", count: 1 }]]);
});

test("at the page's end what was counted is told", () => {
  const { analytics, logged, many } = started();
  many(3, { kind: "uploaded", bucket: "demo" });
  analytics.flush();
  expect(logged).toEqual([["upload_complete", { bucket: "demo", count: 3 }]]);
});

test("what was counted before consent went is never told, not even after it has come back", async () => {
  const { analytics, clock, logged, switched, many } = started();
  many(3, { kind: "uploaded", bucket: "demo" });
  analytics.setEnabled(false);
  analytics.setEnabled(true);
  await clock.advance(200_000);
  expect([logged, switched]).toEqual([[], [false, true]]);
});
