/** Uploads that meet trouble on the way to S3: what is tried again, what ends and with which words. */
import { describe, expect, it } from "vitest";
import { EXPIRED, s3Error } from "./testing/fakeBucket";
import { fakeFile, INBOX, uploading } from "./testing/fakeWorld";

const MB = 1_000_000;
const big = () => fakeFile("big.bin", 300 * MB);

describe("passing trouble", () => {
  it.each([
    ["SlowDown", s3Error(503, "SlowDown")],
    ["InternalError", s3Error(500, "InternalError")],
    ["RequestTimeout", s3Error(400, "RequestTimeout")],
    ["a gateway's 502", s3Error(502, "")],
    ["a 200 whose body is an error", s3Error(200, "InternalError")],
    ["a broken line", { kind: "broken" } as const],
  ])("%s is tried again and the file arrives", async (_name, fault) => {
    const { world, transfers, row } = uploading(fakeFile("a", 10), big());
    world.s3Fault = (_target, attempt) => (attempt < 3 ? fault : undefined);
    await world.finish(transfers);
    expect([row(0)?.status, row(1)?.status]).toEqual(["done", "done"]);
  });

  it("SlowDown halves the connections", async () => {
    const { world, transfers } = uploading(fakeFile("big.bin", 1_000 * MB));
    let slow = false;
    world.s3Fault = () => (slow ? s3Error(503, "SlowDown") : undefined);
    await world.clock.advance(8_000);
    const before = world.open;
    slow = true;
    await world.clock.advance(900);
    slow = false;
    await world.clock.advance(300);
    expect(world.open).toBeLessThanOrEqual(before / 2);
    await world.finish(transfers);
    expect(transfers.getSnapshot().totals.done).toBe(1);
  });

  it("30 seconds without progress start the request again", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 10));
    world.s3Fault = (_target, attempt) => (attempt === 1 ? "silent" : undefined);
    await world.clock.advance(29_000);
    expect(world.requests).toHaveLength(1);
    await world.clock.advance(3_000);
    expect(world.requests).toHaveLength(2);
    await world.finish(transfers);
    expect(row()?.status).toBe("done");
  });

  it("stalls again and again are no sign of missing CORS rules", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 10));
    world.s3Fault = (_target, attempt) => (attempt < 7 ? "silent" : undefined);
    await world.finish(transfers);
    expect(row()?.status).toBe("done");
  });

  it("of one part spends no budget as long as other parts get through", async () => {
    const { world, transfers, row } = uploading(fakeFile("big.bin", 2_000 * MB));
    const fault = s3Error(500, "InternalError");
    world.s3Fault = ({ part }, attempt) => (part === 1 && attempt <= 15 ? fault : undefined);
    await world.finish(transfers);
    expect(row()?.status).toBe("done");
  });

  it("ends as a failure that names S3's code when it does not pass; what is there is kept", async () => {
    const { world, transfers, row } = uploading(big());
    world.s3Fault = ({ part }) => (part === 7 ? s3Error(500, "InternalError") : undefined);
    await world.finish(transfers);
    expect(row()?.failure).toMatchObject({ code: "s3_error", params: { s3Code: "InternalError" } });
    const sent = world.requests.filter(({ part }) => part !== 7).length;
    world.s3Fault = () => undefined;
    transfers.retry([row()?.id ?? ""]);
    await world.clock.runUntil(() => row()?.status === "done");
    expect(world.requests.filter(({ part }) => part !== 7)).toHaveLength(sent);
  });

  it("can be tried again by a person, from the start", async () => {
    const { world, transfers, row } = uploading(big());
    world.s3Fault = ({ part }) => (part === 7 ? s3Error(400, "BadDigest") : undefined);
    await world.finish(transfers);
    expect(row()?.status).toBe("failed");
    world.s3Fault = () => undefined;
    transfers.retry([row()?.id ?? ""]);
    await world.clock.runUntil(() => row()?.status === "done");
    expect(world.bucket.objects.get("inbox/big.bin")?.size).toBe(300 * MB);
  });
});

describe("an expired URL", () => {
  it("of a PUT is signed again once", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 10));
    world.s3Fault = (_target, attempt) => (attempt === 1 ? EXPIRED : undefined);
    await world.finish(transfers);
    expect(row()?.status).toBe("done");
    expect(world.api.count("plan")).toBe(2);
  });

  it("of a part is signed again once, for that part only", async () => {
    const { world, transfers, row } = uploading(big());
    world.s3Fault = ({ part }, attempt) => (part === 3 && attempt === 1 ? EXPIRED : undefined);
    await world.finish(transfers);
    expect(row()?.status).toBe("done");
    expect(world.requests).toHaveLength(37);
  });

  it.each([
    ["a PUT", () => fakeFile("a", 10)],
    ["a part", big],
  ])("of %s that expires again is a failure", async (_name, file) => {
    const { world, transfers, row } = uploading(file());
    world.s3Fault = ({ part }) => (part === 1 ? EXPIRED : undefined);
    await world.finish(transfers);
    expect(row()?.failure?.code).toBe("signature_expired");
  });

  it.each([
    ["a PUT", () => fakeFile("a", 10)],
    ["a part", big],
  ])(
    "of %s that a clock's error made is signed again, and then blamed on the clock",
    async (_name, file) => {
      const { world, transfers, row } = uploading(file());
      const skewed = s3Error(403, "RequestTimeTooSkewed");
      world.s3Fault = ({ part }, attempt) => (part === 1 && attempt === 1 ? skewed : undefined);
      await world.finish(transfers);
      expect(row()?.status).toBe("done");
      world.s3Fault = () => skewed;
      transfers.add(INBOX, [{ ...fakeFile("other", 10) }]);
      await world.clock.runUntil(() => row(1)?.status === "failed");
      expect(row(1)?.failure?.code).toBe("clock_skewed");
    },
  );

  it("is not used at all when it lay too long", async () => {
    const { world, transfers } = uploading(
      ...Array.from({ length: 300 }, (_, i) => fakeFile(`${i}`, 90 * MB)),
    );
    world.api.urlLifeMs = 30_000;
    await world.finish(transfers);
    expect(transfers.getSnapshot().totals.done).toBe(300);
    expect(world.requests).toHaveLength(300);
  });
});

describe("a refusal", () => {
  it("of permission names action, bucket and key", async () => {
    const { world, transfers, row } = uploading(big());
    world.s3Fault = () => s3Error(403, "AccessDenied", "Access Denied");
    await world.finish(transfers);
    expect(row()?.failure).toMatchObject({
      code: "s3_access_denied",
      params: { action: "s3:PutObject", bucket: "demo", key: "inbox/big.bin" },
    });
  });

  it("by the API reaches the row with the API's own code", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 1));
    world.api.fault = () => ({
      code: "prefix_not_found",
      params: { prefix: "inbox/" },
      requestId: "r1",
    });
    await world.finish(transfers);
    expect(row()).toMatchObject({
      status: "failed",
      failure: { code: "prefix_not_found", params: { prefix: "inbox/" }, requestId: "r1" },
    });
    expect(world.requests).toHaveLength(0);
  });
});

describe("without a network", () => {
  it("an upload waits, says why, spends no attempt, and goes on when there is one", async () => {
    const { world, transfers, row } = uploading(big());
    await world.clock.advance(500);
    world.setOnline(false);
    world.s3Fault = () => ({ kind: "broken" });
    await world.clock.advance(3_600_000);
    expect(row()).toMatchObject({ status: "uploading", failure: { code: "offline" } });
    expect(transfers.getSnapshot().totals.offline).toBe(true);
    const asked = world.requests.length;
    await world.clock.advance(3_600_000);
    expect(world.requests).toHaveLength(asked);
    world.s3Fault = () => undefined;
    world.setOnline(true);
    await world.finish(transfers);
    expect(row()).toMatchObject({ status: "done", failure: null });
  });

  it("an upload survives any number of interruptions", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 10));
    world.s3Fault = () => ({ kind: "broken" });
    await world.clock.advance(55);
    for (let i = 0; i < 15; i += 1) {
      world.setOnline(false);
      await world.clock.advance(1_000);
      world.setOnline(true);
    }
    world.s3Fault = () => undefined;
    await world.finish(transfers);
    expect(row()?.status).toBe("done");
    expect(world.requests.length).toBeGreaterThan(15);
  });

  it("the API is asked again only when there is one", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 1));
    world.setOnline(false);
    world.api.fault = () => "unreachable";
    await world.clock.advance(3_600_000);
    expect(world.api.count("plan")).toBe(1);
    world.api.fault = () => undefined;
    world.setOnline(true);
    await world.finish(transfers);
    expect(row()?.status).toBe("done");
  });
});
