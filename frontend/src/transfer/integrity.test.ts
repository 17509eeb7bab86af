/** What arrives in S3 is what was on disk, or the upload says that it is not. */
import { describe, expect, it } from "vitest";
import { INBOX, FakeWorld, fakeFile } from "./testing/fakeWorld";

const MB = 1_000_000;
const PARTS = 36;

/** A world with one file of 300 MB, in 36 parts, or a small one. */
function uploadingIn(arrange: (world: FakeWorld) => void, size = 300 * MB) {
  const world = new FakeWorld();
  arrange(world);
  const transfers = world.transfers();
  transfers.add(INBOX, [fakeFile("a.bin", size)]);
  const row = () => transfers.getSnapshot().transfers[0];
  return { world, transfers, row };
}

const onAws = (world: FakeWorld) => (world.objectChecksums = true);
const underKms = (world: FakeWorld) => (world.bucket.isKms = true);

describe("a finished upload", () => {
  it.each([
    ["in parts, by S3's own checksum", 300 * MB, onAws, "CRC64NVME"],
    ["in one request, by S3's own checksum", 5, onAws, "CRC64NVME"],
    ["in parts, by their ETags where S3 has no checksum", 300 * MB, () => undefined, "MD5"],
    ["in one request, by its ETag where S3 has no checksum", 5, () => undefined, "MD5"],
    ["in parts under KMS without a checksum, not at all", 300 * MB, underKms, null],
    ["in one request under KMS without a checksum, not at all", 5, underKms, null],
  ])("is verified: %s", async (_name, size, arrange, verified) => {
    const { world, transfers, row } = uploadingIn(arrange, size);
    await world.finish(transfers);
    expect(row()).toMatchObject({ status: "done", verified });
  });

  it("is not called verified when nothing here can hash", async () => {
    const { world, transfers, row } = uploadingIn((arranged) => {
      arranged.digests.digest = () => Promise.resolve(null);
    });
    await world.finish(transfers);
    expect(row()).toMatchObject({ status: "done", verified: null });
  });

  it("is verified, too, when the answer to its PUT was lost", async () => {
    const { world, transfers, row } = uploadingIn(onAws, 5);
    world.s3Fault = (_target, attempt) => (attempt === 1 ? "lost" : undefined);
    await world.finish(transfers);
    expect(row()).toMatchObject({ status: "done", verified: "CRC64NVME" });
  });

  it("has sent its first byte before the last was hashed", async () => {
    const { world } = uploadingIn((arranged) => {
      arranged.digests.digest = () => new Promise(() => undefined);
    });
    await world.clock.advance(500);
    expect(world.requests.length).toBeGreaterThan(0);
  });
});

describe("a part that arrives damaged", () => {
  it("is sent again at once, and the upload is whole", async () => {
    const { world, transfers, row } = uploadingIn(() => undefined);
    world.s3Fault = ({ part }, attempt) => (part === 3 && attempt <= 3 ? "damaged" : undefined);
    await world.finish(transfers);
    expect(row()).toMatchObject({ status: "done", verified: "MD5" });
    expect(world.requests.filter(({ part }) => part === 3)).toHaveLength(4);
    expect(world.requests).toHaveLength(PARTS + 3);
  });

  it("again and again ends the upload, which says so and leaves nothing", async () => {
    const { world, transfers, row } = uploadingIn(onAws);
    world.s3Fault = ({ part }) => (part === 3 ? "damaged" : undefined);
    await world.finish(transfers);
    expect(row()).toMatchObject({
      status: "failed",
      failure: { code: "upload_damaged", params: { key: "inbox/a.bin" } },
    });
    await world.clock.advance(1_000);
    expect([world.bucket.objects.size, world.bucket.multiparts.size]).toEqual([0, 0]);
    expect(world.api.count("complete")).toBe(0);
  });

  it("under KMS is found out when S3's checksum of the whole is compared", async () => {
    const { world, transfers, row } = uploadingIn((arranged) => {
      onAws(arranged);
      underKms(arranged);
    });
    world.s3Fault = ({ part }) => (part === 3 ? "damaged" : undefined);
    await world.finish(transfers);
    expect(row()).toMatchObject({ status: "failed", failure: { code: "upload_damaged" } });
  });
});

describe("a single PUT that arrives damaged", () => {
  it.each([
    ["with S3's checksum", onAws],
    ["by its ETag", () => undefined],
  ])("is a failure that says so (%s)", async (_name, arrange) => {
    const { world, transfers, row } = uploadingIn(arrange, 5);
    world.s3Fault = () => "damaged";
    await world.finish(transfers);
    expect(row()).toMatchObject({ status: "failed", failure: { code: "upload_damaged" } });
    expect(world.api.completed.flat()).toMatchObject([{ verify: true }]);
  });
});
