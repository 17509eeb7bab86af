/** What reaches the API of what a person did, and when. */
import { expect, test } from "vitest";
import { FakeClock } from "@/transfer/testing/fakeClock";
import type { Outcome } from "./outbox";
import type { Report } from "./report";
import { Reporter } from "./reporter";

const taken = (reports: readonly Report[]): Outcome => ({
  kind: "answered",
  announced: reports.map(() => true),
});

class World {
  readonly clock = new FakeClock();
  readonly calls: (readonly Report[])[] = [];
  dropped = 0;
  answer: (reports: readonly Report[]) => Outcome | Promise<Outcome> = taken;
  private ids = 0;
  readonly reporter = new Reporter({
    clock: this.clock,
    random: () => 0.5,
    newId: () => `id-${(this.ids += 1)}`,
    send: (reports) => {
      this.calls.push(reports);
      return Promise.resolve(this.answer(reports));
    },
    onDropped: (count) => {
      this.dropped += count;
    },
  });

  download(bucket: string, size = 10): void {
    this.reporter.hear({ kind: "downloaded", bucket, size });
  }

  fail(key: string, bucket = "demo"): void {
    const code = "s3_access_denied";
    this.reporter.hear({ kind: "upload-failed", bucket, key, size: 3, code });
  }
}

const idsOf = (call: readonly Report[] | undefined) => call?.map(({ id }) => id);

test("a bucket that is opened is reported within seconds, with the seconds that have passed since", async () => {
  const { clock, reporter, calls } = new World();
  reporter.hear({ kind: "bucket-opened", bucket: "demo" });
  await clock.advance(5_000);
  expect(calls).toEqual([[{ kind: "bucket.opened", id: "id-1", bucket: "demo", secondsAgo: 2 }]]);
});

test("many downloads of a moment are one report with their number and bytes", async () => {
  const world = new World();
  for (let i = 0; i < 500; i += 1) world.download("demo", 7);
  await world.clock.advance(5_000);
  expect(world.calls).toHaveLength(1);
  expect(world.calls[0]).toMatchObject([{ kind: "download.completed", count: 500, size: 3500 }]);
});

test("each bucket has a call of its own, so that the refusal of one loses nothing of another", async () => {
  const world = new World();
  world.answer = (reports) =>
    reports[0]?.bucket === "closed" ? { kind: "refused" } : taken(reports);
  world.download("closed");
  world.download("demo");
  await world.clock.advance(60_000);
  expect(world.calls.map((call) => call.map(({ bucket }) => bucket))).toEqual([
    ["closed"],
    ["demo"],
  ]);
  expect(world.dropped).toBe(1);
});

test("uploads and deletions, which the API announces itself, are not reported", async () => {
  const { clock, reporter, calls } = new World();
  reporter.hear({ kind: "uploaded", bucket: "demo" });
  reporter.hear({ kind: "deleted", bucket: "demo", count: 3 });
  await clock.advance(60_000);
  expect(calls).toEqual([]);
});

test("an upload that was given up is reported with its key, size and the reason", async () => {
  const world = new World();
  world.fail("in/a.txt");
  await world.clock.advance(5_000);
  expect(world.calls[0]).toMatchObject([
    { kind: "upload.failed", bucket: "demo", key: "in/a.txt", size: 3, code: "s3_access_denied" },
  ]);
});

test("a call that was not answered is repeated with the same ids, ever more slowly", async () => {
  const world = new World();
  world.answer = () => ({ kind: "unanswered" });
  world.download("demo");
  await world.clock.advance(60_000);
  expect(world.calls.length).toBeGreaterThan(2);
  expect(world.calls.length).toBeLessThan(8);
  world.answer = taken;
  await world.clock.advance(600_000);
  const repeated = world.calls.length;
  expect(new Set(world.calls.flatMap(idsOf))).toEqual(new Set(["id-1"]));
  expect(world.calls.at(-1)?.[0]?.secondsAgo).toBeGreaterThan(60);
  await world.clock.advance(600_000);
  expect(world.calls).toHaveLength(repeated);
});

test("what may have been announced is not added to: the next download has a report of its own", async () => {
  const world = new World();
  world.answer = () => ({ kind: "unanswered" });
  world.download("demo");
  await world.clock.advance(2_500);
  world.download("demo");
  world.answer = taken;
  await world.clock.advance(60_000);
  expect(world.calls.at(-1)).toMatchObject([
    { id: "id-1", count: 1 },
    { id: "id-2", count: 1 },
  ]);
});

test("only what the topic did not take is sent again", async () => {
  const world = new World();
  world.fail("a");
  world.fail("b");
  world.answer = () => ({ kind: "answered", announced: [true, false] });
  await world.clock.advance(2_500);
  world.answer = taken;
  await world.clock.advance(60_000);
  expect(world.calls.map(idsOf)).toEqual([["id-1", "id-2"], ["id-2"]]);
});

test("10,000 failures are at most 100 reports a call, 1,000 in all, and the rest is said to be dropped", async () => {
  const world = new World();
  for (let i = 0; i < 10_000; i += 1) world.fail(`in/${i}`);
  world.download("demo");
  await world.clock.advance(600_000);
  expect(Math.max(...world.calls.map(({ length }) => length))).toBe(100);
  expect(world.calls.flat().filter(({ kind }) => kind === "upload.failed")).toHaveLength(1_000);
  expect(world.calls.flat().filter(({ kind }) => kind === "download.completed")).toHaveLength(1);
  expect(world.dropped).toBe(9_000);
});

test("at the page's end all goes at once, in calls that together stay below 64 KiB", () => {
  const world = new World();
  world.answer = () => new Promise(() => undefined);
  for (let i = 0; i < 200; i += 1) world.fail(`in/${"한".repeat(300)}/${i}`);
  world.download("other");
  world.reporter.flush();
  expect(world.calls).toHaveLength(3);
  const bytes = new TextEncoder().encode(JSON.stringify(world.calls)).length;
  expect(bytes).toBeLessThan(64 * 1024 - 15_000);
  expect(new Set(world.calls.flatMap(idsOf)).size).toBe(world.calls.flat().length);
});

test("what is a day old, which the API no longer takes, is dropped", async () => {
  const world = new World();
  world.answer = () => ({ kind: "unanswered" });
  world.download("demo");
  await world.clock.advance(87_000_000);
  expect(world.dropped).toBe(1);
  const asked = world.calls.length;
  await world.clock.advance(600_000);
  expect(world.calls).toHaveLength(asked);
});
