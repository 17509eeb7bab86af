/** Uploads that meet no trouble: what a person sees, what S3 gets, what the API is asked. */
import { describe, expect, it } from "vitest";
import type { TransfersSnapshot } from "./transfers";
import { fakeFile, INBOX, uploading } from "./testing/fakeWorld";

const MB = 1_000_000;
const files = (count: number, size: number) =>
  Array.from({ length: count }, (_, i) => fakeFile(`${i}.bin`, size));

describe("an upload", () => {
  it("puts a small file into the bucket and says done", async () => {
    const { world, transfers, row } = uploading(fakeFile("a.txt", 5));
    await world.finish(transfers);
    expect(row()).toMatchObject({
      status: "done",
      key: "inbox/a.txt",
      movedBytes: 5,
      notified: true,
    });
    expect(world.bucket.objects.get("inbox/a.txt")?.size).toBe(5);
  });

  it("takes a file of zero bytes as one PUT", async () => {
    const { world, transfers, row } = uploading(fakeFile("empty", 0));
    await world.finish(transfers);
    expect(row()).toMatchObject({ status: "done", movedBytes: 0 });
    expect(world.bucket.objects.get("inbox/empty")?.size).toBe(0);
  });

  it("sends a file over the threshold in parts, each once, and completes it once", async () => {
    const { world, transfers, row } = uploading(fakeFile("big.bin", 300 * MB));
    await world.finish(transfers);
    expect(row()?.status).toBe("done");
    expect(world.requests.map(({ part }) => part).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 36 }, (_, i) => i + 1),
    );
    expect(world.api.completed.flat()).toHaveLength(1);
    expect(world.bucket.multiparts.size).toBe(0);
  });

  it("has parts signed in batches, not one by one", async () => {
    const { world, transfers } = uploading(fakeFile("big.bin", 800 * MB));
    await world.finish(transfers);
    expect(world.requests).toHaveLength(96);
    expect(world.api.count("sign")).toBeLessThanOrEqual(5);
  });

  it("puts files of a dropped folder below the prefix of their folder", async () => {
    const { world, transfers } = uploading({ ...fakeFile("b.jpg", 1), relativePath: "x/y/b.jpg" });
    await world.finish(transfers);
    expect([...world.bucket.objects.keys()]).toEqual(["inbox/x/y/b.jpg"]);
  });

  it("tells who listens of every completed file", async () => {
    const { world, transfers } = uploading(...files(3, 10));
    const keys: string[] = [];
    transfers.onCompleted(({ key }) => keys.push(key));
    await world.finish(transfers);
    expect(keys.sort()).toEqual(["inbox/0.bin", "inbox/1.bin", "inbox/2.bin"]);
  });
});

describe("many uploads", () => {
  it("cost at most 12 calls of the API for 1,000 files", async () => {
    const { world, transfers } = uploading(...files(1_000, 100_000));
    await world.finish(transfers);
    expect(transfers.getSnapshot().totals.done).toBe(1_000);
    expect(world.api.calls.length).toBeLessThanOrEqual(12);
  });

  it("show results early even where the line is slow", async () => {
    const { world, transfers } = uploading(...files(1_000, 90 * MB));
    await world.clock.advance(15_000);
    expect(transfers.getSnapshot().totals.done).toBeGreaterThan(0);
    expect(transfers.getSnapshot().totals.waiting).toBeGreaterThan(0);
  });

  it("never plan more PUTs than their URLs can live for", async () => {
    const { world, transfers } = uploading(...files(1_000, 90 * MB));
    await world.finish(transfers);
    expect(transfers.getSnapshot().totals.done).toBe(1_000);
    expect(world.requests).toHaveLength(1_000);
    expect(world.api.planned[0]).toBe(12);
  });

  it("let small files pass while a large one is under way", async () => {
    const { world, transfers, row } = uploading(
      fakeFile("big.bin", 2_000 * MB),
      ...files(50, 1_000),
    );
    await world.clock.runUntil(() => transfers.getSnapshot().totals.done === 50);
    expect(row()?.status).toBe("uploading");
    expect(row()?.movedBytes).toBeGreaterThan(0);
  });

  it("share one pool that grows with success to at most 18 connections", async () => {
    const { world, transfers } = uploading(fakeFile("big.bin", 2_000 * MB), ...files(100, MB));
    await world.clock.advance(200);
    expect(world.mostOpen).toBeGreaterThanOrEqual(6);
    await world.finish(transfers);
    expect(world.mostOpen).toBe(18);
  });

  it(
    "come through by the ten thousand with little work for each",
    { timeout: 60_000 },
    async () => {
      const before = process.cpuUsage();
      const { world, transfers } = uploading(...files(10_000, 10_000));
      await world.finish(transfers);
      expect(transfers.getSnapshot().totals.done).toBe(10_000);
      const { user } = process.cpuUsage(before);
      // About 1 s; work that grows with the square of the files would take minutes.
      expect(user / 1_000_000).toBeLessThan(8);
    },
  );
});

describe("what the interface sees", () => {
  it("is a new snapshot at most ten times a second", async () => {
    const { world, transfers } = uploading(fakeFile("big.bin", 1_000 * MB), ...files(500, MB));
    const times: number[] = [];
    transfers.subscribe(() => times.push(world.clock.now()));
    await world.finish(transfers);
    const gaps = times.slice(1).map((time, i) => time - (times[i] ?? 0));
    expect(times.length).toBeGreaterThan(5);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100);
  });

  it("keeps the very rows that did not change", async () => {
    const { world, transfers } = uploading(fakeFile("a", 1), fakeFile("big.bin", 2_000 * MB));
    await world.clock.runUntil(() => transfers.getSnapshot().transfers[0]?.status === "done");
    const before = transfers.getSnapshot();
    await world.clock.advance(1_000);
    const after = transfers.getSnapshot();
    expect(after.transfers[0]).toBe(before.transfers[0]);
    expect(after.transfers[1]).not.toBe(before.transfers[1]);
  });

  it("keeps the row of an upload that stands still, too", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 1), fakeFile("big.bin", 3_000 * MB));
    world.s3Fault = ({ key }) => (key === "inbox/a" ? "silent" : undefined);
    await world.clock.advance(5_000);
    const before = row();
    await world.clock.advance(500);
    expect(row()).toBe(before);
    expect(transfers.getSnapshot().totals.active).toBe(2);
  });

  it("never shows all bytes of a PUT before S3 has answered", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 90 * MB));
    let most = 0;
    transfers.subscribe(() => {
      if (row()?.status === "uploading") most = Math.max(most, row()?.movedBytes ?? 0);
    });
    await world.finish(transfers);
    expect(most).toBe(90 * MB - 1);
    expect(row()?.movedBytes).toBe(90 * MB);
  });

  it("never lets progress go back, and shows all bytes only when S3 has them all", async () => {
    const { world, transfers, row } = uploading(fakeFile("big.bin", 300 * MB));
    world.s3Fault = ({ part }, attempt) => (part % 5 === 0 && attempt < 3 ? "lost" : undefined);
    const seen: number[] = [];
    transfers.subscribe(() => {
      const { movedBytes, status } = row() ?? { movedBytes: 0, status: "waiting" };
      if (status === "uploading") expect(movedBytes).toBeLessThan(300 * MB);
      seen.push(movedBytes);
    });
    await world.finish(transfers);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(300 * MB);
  });

  it("gives speed and remaining time once they mean something", async () => {
    const { world, transfers, row } = uploading(fakeFile("big.bin", 3_000 * MB));
    await world.clock.advance(1_500);
    expect(row()?.remainingSeconds).toBeNull();
    await world.clock.advance(6_000);
    const { bytesPerSecond, remainingSeconds } = transfers.getSnapshot().totals;
    expect(bytesPerSecond).toBeGreaterThan(50 * MB);
    expect(remainingSeconds).toBeGreaterThan(5);
    expect(remainingSeconds).toBeLessThan(60);
  });

  it("forgets what is finished when asked, and nothing else", async () => {
    const { world, transfers } = uploading(fakeFile("a", 1), fakeFile("big.bin", 2_000 * MB));
    await world.clock.runUntil(() => transfers.getSnapshot().totals.done === 1);
    transfers.clearFinished();
    await world.clock.advance(200);
    const { transfers: rows, totals } = transfers.getSnapshot() satisfies TransfersSnapshot;
    expect(rows.map(({ name }) => name)).toEqual(["big.bin"]);
    expect(totals).toMatchObject({ done: 0, active: 1, bytes: 2_000 * MB });
  });

  it("adds further files to those under way", async () => {
    const { world, transfers } = uploading(fakeFile("a", 1));
    await world.finish(transfers);
    transfers.add(INBOX, [fakeFile("b", 1)]);
    await world.clock.runUntil(() => transfers.getSnapshot().totals.done === 2);
    expect([...world.bucket.objects.keys()]).toEqual(["inbox/a", "inbox/b"]);
  });
});
