/** Buckets whose CORS rules stop this page: the doctor is asked, and its word ends or spares uploads. */
import { describe, expect, it } from "vitest";
import { fakeFile, INBOX, uploading } from "./testing/fakeWorld";

const MB = 1_000_000;
const BROKEN = { kind: "broken" } as const;
const BLOCKED = { kind: "blocked", problems: ["no_rules"] } as const;
const big = () => fakeFile("big.bin", 300 * MB);

describe("a bucket's CORS rules", () => {
  it("that hide the ETag are named, and no parts stay", async () => {
    const { world, transfers, row } = uploading(big());
    world.s3Fault = () => ({ kind: "answered", status: 200, etag: null, body: "" });
    await world.finish(transfers);
    expect(row()?.failure?.code).toBe("cors_etag_not_exposed");
    await world.clock.advance(1_000);
    expect(world.bucket.multiparts.size).toBe(0);
  });

  it("that let nothing through end all its uploads as soon as the doctor has looked, once", async () => {
    const files = Array.from({ length: 40 }, (_, i) => fakeFile(`${i}`, 10));
    const { world, transfers, row } = uploading(...files, big());
    world.s3Fault = () => BROKEN;
    world.diagnosis = { kind: "blocked", problems: ["etag_not_exposed"] };
    await world.clock.advance(1_000);
    expect(row()?.failure).toMatchObject({
      code: "cors_blocked",
      params: { bucket: "demo", problems: ["etag_not_exposed"] },
    });
    expect(transfers.getSnapshot().totals.failed).toBe(41);
    expect(world.diagnosed).toEqual(["demo"]);
    // The rules can be mended: then the large one goes on.
    expect(world.bucket.multiparts.size).toBe(1);
  });

  it("found to stop this page end a later upload after one request and no second look", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 10));
    world.s3Fault = () => BROKEN;
    world.diagnosis = BLOCKED;
    await world.finish(transfers);
    const asked = world.requests.length;
    transfers.add(INBOX, [fakeFile("later", 10)]);
    await world.clock.advance(1_000);
    expect(row(1)).toMatchObject({ status: "failed", failure: { code: "cors_blocked" } });
    expect(world.requests).toHaveLength(asked + 1);
    expect(world.diagnosed).toHaveLength(1);
  });

  it("are looked at again after a while", async () => {
    const { world, transfers } = uploading(fakeFile("a", 10));
    world.s3Fault = () => BROKEN;
    world.diagnosis = BLOCKED;
    await world.finish(transfers);
    await world.clock.advance(15_000);
    transfers.add(INBOX, [fakeFile("later", 10)]);
    await world.clock.advance(1_000);
    expect(world.diagnosed).toHaveLength(2);
  });

  it("of one bucket end no upload to another", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 10));
    transfers.add({ bucket: "open", prefix: "inbox/" }, [big()]);
    world.s3Fault = ({ key }) => (key.endsWith("a") ? BROKEN : undefined);
    world.diagnosis = BLOCKED;
    await world.finish(transfers);
    expect([row(0)?.status, row(1)?.status]).toEqual(["failed", "done"]);
  });

  it.each(["ok", "unreachable", "unknown"] as const)(
    "are not blamed when the doctor says %s: the upload waits for the line",
    async (kind) => {
      const { world, transfers, row } = uploading(fakeFile("a", 10));
      world.s3Fault = () => BROKEN;
      world.diagnosis = { kind };
      await world.clock.advance(60_000);
      expect(row()?.status).toBe("uploading");
      expect(world.diagnosed.length).toBeLessThanOrEqual(6);
      world.s3Fault = () => undefined;
      await world.finish(transfers);
      expect(row()?.status).toBe("done");
    },
  );

  it("are not looked at once the bucket has answered", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 1), fakeFile("b", 1));
    world.s3Fault = ({ key }) => (key.endsWith("b") ? BROKEN : undefined);
    world.diagnosis = BLOCKED;
    await world.finish(transfers);
    expect(row(1)?.failure?.code).toBe("network_failed");
    expect(world.diagnosed).toEqual([]);
  });

  it("are not blamed when the bucket answers while the doctor looks", async () => {
    const { world, transfers } = uploading(fakeFile("a", 1), fakeFile("b", 1));
    world.s3Fault = (_target, attempt) => (attempt === 1 ? BROKEN : undefined);
    world.diagnosis = BLOCKED;
    await world.finish(transfers);
    expect(transfers.getSnapshot().totals).toMatchObject({ done: 2, failed: 0 });
  });

  it("may have been repaired when a person tries again", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 1));
    world.s3Fault = () => BROKEN;
    world.diagnosis = BLOCKED;
    await world.finish(transfers);
    expect(row()?.status).toBe("failed");
    world.s3Fault = () => undefined;
    transfers.retry([row()?.id ?? ""]);
    await world.clock.runUntil(() => row()?.status === "done");
    expect(world.bucket.objects.size).toBe(1);
  });

  it("are looked at anew when a person tries again and they still stop this page", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 1));
    world.s3Fault = () => BROKEN;
    world.diagnosis = BLOCKED;
    await world.finish(transfers);
    world.diagnosis = { kind: "blocked", problems: ["methods_missing"] };
    transfers.retry([row()?.id ?? ""]);
    await world.clock.advance(1_000);
    expect(row()?.failure?.params).toMatchObject({ problems: ["methods_missing"] });
  });
});
