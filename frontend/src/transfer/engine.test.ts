/** The engine against a scripted world: what a person sees and what S3 holds afterwards. */
import { describe, expect, it } from "vitest";
import { FakeWorld, fakeFile, INBOX } from "./testing/fakeWorld";

const MB = 1_000_000;

describe("uploads", () => {
  it("puts a small file into the bucket and says done", async () => {
    const world = new FakeWorld();
    const transfers = world.transfers();
    transfers.add(INBOX, [fakeFile("a.txt", 5)]);
    await world.finish(transfers);
    expect(transfers.getSnapshot().transfers[0]).toMatchObject({ status: "done", sentBytes: 5 });
    expect([...world.bucket.objects.keys()]).toEqual(["inbox/a.txt"]);
  });

  it("sends 1,000 small files with at most 12 calls of the API", async () => {
    const world = new FakeWorld();
    const transfers = world.transfers();
    const files = Array.from({ length: 1_000 }, (_, i) => fakeFile(`${i}.bin`, 100_000));
    transfers.add(INBOX, files);
    await world.finish(transfers);
    expect(transfers.getSnapshot().totals.done).toBe(1_000);
    expect(world.api.calls.length).toBeLessThanOrEqual(12);
  });

  it("sends a large file in parts", async () => {
    const world = new FakeWorld();
    const transfers = world.transfers();
    transfers.add(INBOX, [fakeFile("big.bin", 300 * MB)]);
    await world.finish(transfers);
    expect(transfers.getSnapshot().transfers[0]?.status).toBe("done");
    expect(world.requests).toHaveLength(36);
    expect(world.bucket.objects.get("inbox/big.bin")?.size).toBe(300 * MB);
  });

  it("brings 10,000 small files through without quadratic work", async () => {
    const world = new FakeWorld();
    const transfers = world.transfers();
    const files = Array.from({ length: 10_000 }, (_, i) => fakeFile(`${i}.bin`, 10_000));
    const start = performance.now();
    transfers.add(INBOX, files);
    await world.finish(transfers);
    console.log("ms", performance.now() - start, world.api.calls.length, world.mostOpen);
    expect(transfers.getSnapshot().totals.done).toBe(10_000);
  });
});
