/** A line that is down for a while: nothing is lost, nothing is blamed on the bucket. */
import { describe, expect, it } from "vitest";
import { fakeFile, INBOX, uploading } from "./testing/fakeWorld";
import { reason } from "./testing/fakeApi";

const MB = 1_000_000;
const PARTS = 36;
const big = () => fakeFile("big.bin", 300 * MB);
const down = () => ({ kind: "broken" }) as const;

describe("an outage that the browser does not notice", () => {
  it("of 4 s at the very first upload is not blamed on CORS rules", async () => {
    const files = Array.from({ length: 40 }, (_, i) => fakeFile(`${i}`, 10));
    const { world, transfers } = uploading(...files);
    world.s3Fault = down;
    await world.clock.advance(4_000);
    world.s3Fault = () => undefined;
    await world.finish(transfers);
    expect(transfers.getSnapshot().totals).toMatchObject({ done: 40, failed: 0 });
  });

  it("of stalls and then, for a moment, breaks is not blamed on CORS rules", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 10));
    world.s3Fault = (_target, attempt) => (attempt < 3 ? "silent" : down());
    await world.clock.advance(64_000);
    expect(world.requests.length).toBeGreaterThan(4);
    world.s3Fault = () => undefined;
    await world.finish(transfers);
    expect(row()?.status).toBe("done");
  });

  it.each(["broken", "silent"] as const)(
    "of 100 s (%s) in the middle of a large file ends nothing",
    async (kind) => {
      const { world, transfers, row } = uploading(big());
      await world.clock.advance(500);
      world.s3Fault = () => (kind === "broken" ? down() : kind);
      world.api.fault = () => "unreachable";
      await world.clock.advance(100_000);
      expect(row()?.status).toBe("uploading");
      world.s3Fault = () => undefined;
      world.api.fault = () => undefined;
      await world.finish(transfers);
      expect(row()?.status).toBe("done");
      expect(world.api.count("abort")).toBe(0);
    },
  );

  it("that the browser notices leaves no speed on show", async () => {
    const { world, transfers, row } = uploading(fakeFile("big.bin", 3_000 * MB));
    await world.clock.advance(3_000);
    expect(row()?.bytesPerSecond).toBeGreaterThan(0);
    world.s3Fault = down;
    world.setOnline(false);
    await world.clock.advance(4_000);
    expect(row()).toMatchObject({ failure: { code: "offline" }, bytesPerSecond: null });
    expect(transfers.getSnapshot().totals).toMatchObject({ bytesPerSecond: null });
  });

  it("shows in the row after five seconds, until something arrives again", async () => {
    const { world, transfers, row } = uploading(big());
    await world.clock.advance(500);
    world.s3Fault = down;
    await world.clock.advance(4_000);
    expect(row()).toMatchObject({ status: "uploading", failure: null });
    await world.clock.advance(3_000);
    expect(row()).toMatchObject({ status: "uploading", failure: { code: "network_failed" } });
    world.s3Fault = () => undefined;
    await world.clock.advance(30_000);
    expect(row()?.failure).toBeNull();
    await world.finish(transfers);
  });

  it("that lasts fails the upload, and trying again sends only what is missing", async () => {
    const { world, transfers, row } = uploading(big());
    await world.clock.advance(500);
    world.s3Fault = down;
    await world.finish(transfers);
    expect(row()).toMatchObject({ status: "failed", failure: { code: "network_failed" } });
    const [multipart] = world.bucket.multiparts.values();
    const held = multipart?.parts.size ?? 0;
    expect(held).toBeGreaterThan(0);
    const asked = world.requests.length;
    world.s3Fault = () => undefined;
    transfers.retry([row()?.id ?? ""]);
    await world.clock.runUntil(() => row()?.status === "done");
    expect(world.requests).toHaveLength(asked + PARTS - held);
    expect(world.api.count("plan")).toBe(1);
    expect(world.bucket.objects.get("inbox/big.bin")?.size).toBe(300 * MB);
  });

  it("that lasts leaves no parts once the upload is cancelled", async () => {
    const { world, transfers, row } = uploading(big());
    await world.clock.advance(500);
    world.s3Fault = down;
    await world.finish(transfers);
    expect(world.bucket.multiparts.size).toBe(1);
    transfers.cancel([row()?.id ?? ""]);
    await world.clock.advance(1_000);
    expect(row()?.status).toBe("cancelled");
    expect(world.bucket.multiparts.size).toBe(0);
  });
});

describe("an answer to an earlier attempt", () => {
  it("about URLs neither feeds nor fails the upload that was begun anew", async () => {
    const { world, transfers, row } = uploading(big());
    // The first attempt's call is made again while the second attempt sends, and then refused.
    const faults = ["unreachable", undefined, reason("internal")] as const;
    world.api.fault = (call, count) => (call === "sign" ? faults[count - 1] : undefined);
    await world.clock.runUntil(() => world.api.count("sign") === 1);
    await world.clock.advance(50);
    transfers.cancel([row()?.id ?? "transfer-1"]);
    transfers.retry(["transfer-1"]);
    await world.finish(transfers);
    expect(row()?.status).toBe("done");
    expect(world.bucket.multiparts.size).toBe(0);
  });
});

describe("trying again", () => {
  it("a cancelled upload starts it from the beginning", async () => {
    const { world, transfers, row } = uploading(big());
    await world.clock.advance(1_200);
    transfers.cancel(["transfer-1"]);
    await world.clock.advance(1_000);
    expect(row()?.status).toBe("cancelled");
    transfers.retry(["transfer-1"]);
    await world.clock.runUntil(() => row()?.status === "done");
    expect(world.bucket.objects.get("inbox/big.bin")?.size).toBe(300 * MB);
    expect(world.bucket.multiparts.size).toBe(0);
  });

  it("again and again within a moment plans the file once in a call and sends it once", async () => {
    const { world, transfers } = uploading(big());
    await world.clock.advance(1);
    for (let i = 0; i < 4; i += 1) {
      transfers.cancel(["transfer-1"]);
      transfers.retry(["transfer-1"]);
    }
    await world.finish(transfers);
    expect(Math.max(...world.api.planned)).toBe(1);
    expect(world.requests).toHaveLength(PARTS);
    expect([world.bucket.objects.size, world.bucket.multiparts.size]).toEqual([1, 0]);
  });

  it("a skipped conflict asks the same question again", async () => {
    const { world, transfers, row } = uploading();
    world.bucket.objects.set("inbox/a", { nonce: "theirs", size: 9 });
    transfers.add(INBOX, [fakeFile("a", 5)]);
    await world.finish(transfers);
    transfers.resolveConflicts(["transfer-1"], "skip");
    await world.clock.advance(200);
    expect(row()?.status).toBe("skipped");
    expect(transfers.getSnapshot().totals).toMatchObject({ skipped: 1, cancelled: 0 });
    transfers.retry(["transfer-1"]);
    await world.clock.advance(500);
    expect(row()?.status).toBe("conflict");
  });
});

it("clearing what is finished keeps failed uploads and what S3 has of them", async () => {
  const { world, transfers, row } = uploading(big(), fakeFile("a", 5), fakeFile("..", 5));
  await world.clock.advance(500);
  world.s3Fault = down;
  await world.clock.runUntil(() => row(0)?.status === "failed");
  transfers.cancel(["transfer-2"]);
  transfers.clearFinished();
  await world.clock.advance(500);
  const rows = transfers.getSnapshot().transfers.map(({ name, status }) => [name, status]);
  expect(rows).toEqual([
    ["big.bin", "failed"],
    ["..", "failed"],
  ]);
  expect(world.bucket.multiparts.size).toBe(1);
});
