/** Uploads that stop for a while and go on where they were: paused, without keys, interrupted. */
import { describe, expect, it } from "vitest";
import { confirmInDoubt } from "./core/confirming";
import type { UploadEvent } from "./core/events";
import { step } from "./core/step";
import { common, queued } from "./core/upload";
import { s3Error } from "./testing/fakeBucket";
import { reason } from "./testing/fakeApi";
import { fakeFile, uploading } from "./testing/fakeWorld";

const MB = 1_000_000;
const PARTS = 36;
const big = () => fakeFile("big.bin", 300 * MB);
const expired = s3Error(400, "ExpiredToken");

function sentTwice({ requests }: { requests: readonly { part: number }[] }): number {
  return requests.length - new Set(requests.map(({ part }) => part)).size;
}

describe("pausing", () => {
  it("stops every request at once and starts none; resuming sends only what is missing", async () => {
    const { world, transfers, row } = uploading(big());
    await world.clock.advance(1_500);
    const moved = row()?.movedBytes ?? 0;
    const moving = world.open;
    transfers.pause([row()?.id ?? ""]);
    await world.clock.advance(60_000);
    const asked = world.requests.length;
    expect(row()).toMatchObject({ status: "paused", pausedFor: "person" });
    expect(world.open).toBe(0);
    expect(world.bucket.multiparts.size).toBe(1);
    transfers.resume([row()?.id ?? ""]);
    await world.clock.runUntil(() => row()?.status === "done");
    expect(row()).toMatchObject({ status: "done", movedBytes: 300 * MB, verified: "MD5" });
    expect(moved).toBeGreaterThan(0);
    expect(world.requests).toHaveLength(PARTS + moving);
    expect(world.requests.length).toBeGreaterThan(asked);
    expect(world.api.count("uploaded")).toBe(0);
  });

  it.each([
    ["before it is planned", 0, 2],
    ["while its plan is on the way", 20, 1],
    ["before its first part is sent", 60, 1],
    ["again while it is about to go on", 1_200, 1],
  ])("%s loses nothing, and no plan is made twice", async (_name, ms, plans) => {
    const { world, transfers, row } = uploading(big());
    await world.clock.advance(ms);
    const id = transfers.getSnapshot().transfers[0]?.id ?? "transfer-1";
    transfers.pause([id]);
    await world.clock.advance(1_000);
    expect(row()?.status).toBe("paused");
    transfers.resume([row()?.id ?? ""]);
    transfers.pause([row()?.id ?? ""]);
    transfers.resume([row()?.id ?? ""]);
    await world.clock.runUntil(() => row()?.status === "done");
    expect(row()?.status).toBe("done");
    expect(world.api.count("plan")).toBeLessThanOrEqual(plans);
    expect([world.bucket.objects.size, world.bucket.multiparts.size]).toEqual([1, 0]);
  });

  it("in the middle of a PUT is no conflict with its own object", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 90 * MB));
    world.s3Fault = () => "lost";
    await world.clock.advance(9_070);
    const [request] = world.requests;
    expect(request?.key).toBe("inbox/a");
    transfers.pause([row()?.id ?? ""]);
    world.s3Fault = () => undefined;
    await world.clock.advance(1_000);
    transfers.resume([row()?.id ?? ""]);
    await world.clock.runUntil(() => row()?.status === "done");
    expect(row()?.status).toBe("done");
    expect(world.bucket.objects.get("inbox/a")?.size).toBe(90 * MB);
  });

  it("while the API completes the upload lets it complete", async () => {
    const { world, transfers, row } = uploading(big());
    await world.clock.runUntil(() => world.api.count("complete") === 1);
    transfers.pause([row()?.id ?? ""]);
    await world.finish(transfers);
    expect(row()?.status).toBe("done");
  });

  it("and then cancelling leaves nothing in the bucket", async () => {
    const { world, transfers, row } = uploading(big());
    await world.clock.advance(1_200);
    transfers.pause([row()?.id ?? ""]);
    transfers.cancel([row()?.id ?? ""]);
    await world.clock.advance(1_000);
    expect(row()?.status).toBe("cancelled");
    expect(world.bucket.multiparts.size).toBe(0);
  });

  it("is not ended by the bucket's silence towards others", async () => {
    const { world, transfers, row } = uploading(big(), fakeFile("a", 5));
    world.diagnosis = { kind: "blocked", problems: [] };
    world.s3Fault = () => ({ kind: "broken" });
    await world.clock.advance(1);
    transfers.pause([row(0)?.id ?? ""]);
    await world.clock.runUntil(() => row(1)?.status === "failed");
    expect(row(1)?.failure?.code).toBe("cors_blocked");
    expect(row(0)?.status).toBe("paused");
  });
});

describe("keys that expire in the middle", () => {
  it.each([
    [
      "S3 says so",
      (world: ReturnType<typeof uploading>["world"]) => (world.s3Fault = () => expired),
    ],
    [
      "the API says so",
      (world: ReturnType<typeof uploading>["world"]) =>
        (world.api.fault = () => reason("credentials_expired")),
    ],
  ])(
    "pause every upload once and for all (%s); new keys go on with what is missing",
    async (_name, expire) => {
      const { world, transfers, row } = uploading(
        fakeFile("big.bin", 900 * MB),
        fakeFile("b", 90 * MB),
      );
      let told = 0;
      transfers.onCredentialsExpired(() => (told += 1));
      await world.clock.advance(3_000);
      const [multipart] = world.bucket.multiparts.values();
      const held = multipart?.parts.size ?? 0;
      expire(world);
      await world.clock.runUntil(() => row(0)?.status === "paused" && row(1)?.status === "paused");
      expect(transfers.getSnapshot().transfers.map(({ pausedFor }) => pausedFor)).toEqual([
        "credentials",
        "credentials",
      ]);
      expect(told).toBe(1);
      expect(multipart?.parts.size).toBeGreaterThanOrEqual(held);
      world.s3Fault = () => undefined;
      world.api.fault = () => undefined;
      await world.clock.advance(60_000);
      transfers.credentialsRenewed();
      await world.clock.runUntil(() => transfers.getSnapshot().totals.done === 2);
      expect(world.api.count("uploaded")).toBe(1);
      expect(sentTwice(world)).toBeLessThan(PARTS);
      expect(world.bucket.multiparts.size).toBe(0);
    },
  );

  it("do not go on with what a person paused", async () => {
    const { world, transfers, row } = uploading(big(), fakeFile("b", 90 * MB));
    await world.clock.advance(500);
    transfers.pause([row(0)?.id ?? ""]);
    world.s3Fault = () => expired;
    await world.clock.runUntil(() => row(1)?.status === "paused");
    world.s3Fault = () => undefined;
    transfers.credentialsRenewed();
    await world.clock.runUntil(() => row(1)?.status === "done");
    expect(row(0)).toMatchObject({ status: "paused", pausedFor: "person" });
  });

  it("leave a completion alone that is on its way", () => {
    const source = { id: "1", bucket: "b", prefix: "", name: "n", size: 1, lastModified: 0 };
    const plan = { kind: "put", key: "n", nonce: "x" } as const;
    const [waiting] = confirmInDoubt(common(queued(source, "refuse")), plan, [null]);
    const [asked] = step(waiting, { kind: "confirm-asked" });
    const paused: UploadEvent = { kind: "paused", reason: "credentials" };
    expect(step(asked, paused)).toEqual([asked, []]);
    expect(step(waiting, paused)[0].phase).toBe("paused");
  });

  it("while the API completes leave the parts; new keys complete them", async () => {
    const { world, transfers, row } = uploading(big());
    world.api.trouble = (call) => (call === "complete" ? "credentials_expired" : undefined);
    await world.clock.runUntil(() => row()?.status === "paused");
    expect(world.bucket.multiparts.size).toBe(1);
    world.api.trouble = () => undefined;
    transfers.credentialsRenewed();
    await world.clock.runUntil(() => row()?.status === "done");
    expect(world.requests).toHaveLength(PARTS);
  });

  it("leave no parts of what is cancelled meanwhile, once there are new ones", async () => {
    const { world, transfers, row } = uploading(big(), fakeFile("b", 90 * MB));
    await world.clock.advance(1_000);
    world.s3Fault = () => expired;
    world.api.fault = () => reason("credentials_expired");
    await world.clock.runUntil(() => row(0)?.status === "paused");
    transfers.cancel([row(0)?.id ?? ""]);
    await world.clock.advance(1_000);
    expect(world.bucket.multiparts.size).toBe(1);
    world.s3Fault = () => undefined;
    world.api.fault = () => undefined;
    transfers.credentialsRenewed();
    await world.clock.runUntil(() => row(1)?.status === "done");
    expect(world.bucket.multiparts.size).toBe(0);
  });
});

describe("what became of a multipart upload at S3", () => {
  it("that was given up elsewhere is said, and it can be begun anew", async () => {
    const { world, transfers, row } = uploading(big());
    await world.clock.advance(1_000);
    world.bucket.multiparts.clear();
    await world.finish(transfers);
    expect(row()).toMatchObject({ status: "failed", failure: { code: "upload_not_found" } });
    transfers.retry([row()?.id ?? ""]);
    await world.clock.runUntil(() => row()?.status === "done");
    expect(world.bucket.objects.get("inbox/big.bin")?.size).toBe(300 * MB);
  });

  it("whose last answer was lost before the keys expired is asked for by its nonce", async () => {
    const { world, transfers, row } = uploading(big());
    world.api.fault = (call) => (call === "complete" ? reason("credentials_expired") : undefined);
    await world.clock.runUntil(() => row()?.status === "paused");
    world.api.fault = () => undefined;
    for (const [id, multipart] of world.bucket.multiparts) world.bucket.complete(id, multipart);
    transfers.credentialsRenewed();
    await world.clock.runUntil(() => row()?.status === "done");
    expect(world.requests).toHaveLength(PARTS);
  });
});
