/** An answer that did not arrive is no sign that nothing was done. */
import { describe, expect, it } from "vitest";
import { fakeFile, uploading } from "./testing/fakeWorld";
import { EXPIRED } from "./testing/fakeBucket";
import { md5Of } from "./testing/fakeDigests";

describe("an answer that was lost", () => {
  it("of a PUT is no conflict: the nonce tells that the object is ours", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 5));
    world.s3Fault = (_target, attempt) => (attempt === 1 ? "lost" : undefined);
    await world.finish(transfers);
    expect(row()?.status).toBe("done");
    expect(world.requests).toHaveLength(2);
    expect(world.api.completed.flat()).toMatchObject([{ etag: null, nonce: "nonce-1" }]);
  });

  it("that only the browser missed, which sent the PUT again by itself, is no conflict", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 5));
    world.s3Fault = ({ key, nonce }) => {
      world.bucket.objects.set(key, { nonce, size: 5, etag: md5Of("a from 0") });
      return undefined;
    };
    await world.finish(transfers);
    expect(row()?.status).toBe("done");
    expect(world.requests).toHaveLength(1);
  });

  it("that only the browser missed, which sent the PUT again too late, is no conflict", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 5));
    world.s3Fault = ({ key, nonce }, attempt) => {
      if (attempt > 1) return undefined;
      world.bucket.objects.set(key, { nonce, size: 5 });
      return EXPIRED;
    };
    await world.finish(transfers);
    expect(row()?.status).toBe("done");
    expect(world.requests).toHaveLength(1);
  });

  it.each([
    ["arrived whole is verified by the ETag that the API tells", false, "done", "MD5"],
    ["arrived under KMS is done, but not called verified", true, "done", null],
  ])("of a PUT that %s", async (_name, isKms, status, verified) => {
    const { world, transfers, row } = uploading(fakeFile("a", 5));
    world.bucket.isKms = isKms;
    world.s3Fault = (_target, attempt) => (attempt === 1 ? "lost" : undefined);
    await world.finish(transfers);
    expect(row()).toMatchObject({ status, verified });
  });

  it("of a PUT that arrived damaged is a failure that says so", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 5));
    world.s3Fault = (target, attempt) => {
      if (attempt > 1) return undefined;
      world.bucket.put(target, new Blob(["other"]), 0);
      return { kind: "broken" };
    };
    await world.finish(transfers);
    expect(row()).toMatchObject({ status: "failed", failure: { code: "upload_damaged" } });
  });

  it("of a PUT that never arrived, with another's object there now, is a conflict", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 5));
    world.s3Fault = (_target, attempt) => {
      if (attempt > 1) return undefined;
      world.bucket.objects.set("inbox/a", { nonce: "theirs", size: 1 });
      return { kind: "broken" };
    };
    await world.finish(transfers);
    expect(row()?.status).toBe("conflict");
    expect(world.bucket.objects.get("inbox/a")?.nonce).toBe("theirs");
  });

  it("of a PUT that never arrived and whose URL expired meanwhile is sent again", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 5));
    const faults = [undefined, { kind: "broken" }, EXPIRED] as const;
    world.s3Fault = (_target, attempt) => faults[attempt];
    await world.finish(transfers);
    expect(row()?.status).toBe("done");
    expect(world.requests).toHaveLength(3);
  });

  it("of a completion is asked for again", async () => {
    const { world, transfers, row } = uploading(fakeFile("big.bin", 300_000_000));
    world.api.fault = (call, count) => (call === "complete" && count === 1 ? "lost" : undefined);
    await world.finish(transfers);
    expect(row()?.status).toBe("done");
    expect(world.api.count("complete")).toBe(2);
  });
});
