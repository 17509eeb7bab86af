/** What S3 already has of an upload is given up only where nothing could go on from it. */
import { describe, expect, it } from "vitest";
import { PART_SIZE, reason } from "./testing/fakeApi";
import { EXPIRED, s3Error } from "./testing/fakeBucket";
import { fakeFile, uploading } from "./testing/fakeWorld";
import { Browser } from "./testing/uploadPages";

const MB = 1_000_000;
const PARTS = 36;
const big = () => fakeFile("big.bin", 300 * MB);

describe("the parts of an upload that stops", () => {
  it.each([
    ["a permission that is missing", s3Error(403, "AccessDenied", "Access Denied")],
    ["URLs that expire at once", EXPIRED],
    ["a clock that is wrong", s3Error(403, "RequestTimeTooSkewed")],
  ])("for %s are not sent again when that is mended", async (_name, fault) => {
    const { world, transfers, row } = uploading(big());
    await world.clock.advance(1_000);
    world.s3Fault = () => fault;
    await world.clock.runUntil(() => row()?.status === "failed");
    const stored = [...world.bucket.multiparts.values()][0]?.parts.size ?? 0;
    expect(stored).toBeGreaterThan(0);
    world.s3Fault = () => undefined;
    const before = world.requests.length;
    transfers.retry([row()?.id ?? ""]);
    await world.clock.runUntil(() => row()?.status === "done");
    expect(row()?.status).toBe("done");
    expect(world.requests.length - before).toBe(PARTS - stored);
  });

  it("for missing permission are removed when it is cancelled", async () => {
    const { world, transfers, row } = uploading(big());
    world.s3Fault = () => s3Error(403, "AccessDenied", "Access Denied");
    await world.finish(transfers);
    transfers.cancel([row()?.id ?? ""]);
    await world.clock.advance(1_000);
    expect(world.bucket.multiparts.size).toBe(0);
  });

  it("because its drive was unplugged wait until the file is picked again", async () => {
    const { world, transfers, row } = uploading(big());
    await world.clock.advance(1_000);
    world.fileFailures.set("big.bin", reason("file_unreadable"));
    world.s3Fault = () => ({ kind: "broken" });
    await world.clock.runUntil(() => row()?.status === "paused");
    expect(row()).toMatchObject({ status: "paused", pausedFor: "file" });
    const stored = [...world.bucket.multiparts.values()][0]?.parts.size ?? 0;
    world.fileFailures.clear();
    world.s3Fault = () => undefined;
    const before = world.requests.length;
    transfers.giveFiles([row()?.id ?? ""], [big()]);
    await world.clock.runUntil(() => row()?.status === "done");
    expect(row()).toMatchObject({ status: "done", verified: "MD5" });
    expect(world.requests.length - before).toBe(PARTS - stored);
  });
});

describe("the parts of another program's upload", () => {
  const SIZE = 100 * MB;
  const leftover = { bucket: "demo", key: "inbox/left.bin", uploadId: "upload-other" };

  /** A page that goes on with an upload of which S3 has four parts. */
  function continued() {
    const browser = new Browser();
    const there = [1, 2, 3, 4].map((part) => {
      return [part, { size: PART_SIZE, etag: `${part}`, crc64nvme: "" }] as const;
    });
    const { key, uploadId } = leftover;
    browser.world.bucket.multiparts.set(uploadId, { key, nonce: "", parts: new Map(there) });
    const page = browser.open();
    page.transfers.continueLeftover(leftover, fakeFile("left.bin", SIZE));
    return {
      browser,
      page,
      ended: (status: string) => () => page.row("left.bin")?.status === status,
    };
  }

  it("stay where S3 refuses ours", async () => {
    const { browser, page, ended } = continued();
    browser.world.s3Fault = () => s3Error(400, "InvalidRequest", "Checksum Type mismatch");
    await browser.world.clock.runUntil(ended("failed"));
    await browser.world.clock.advance(1_000);
    expect(page.row("left.bin")?.failure?.params).toMatchObject({ s3Code: "InvalidRequest" });
    expect(browser.world.bucket.multiparts.get("upload-other")?.parts.size).toBe(4);
  });

  it("stay where its key is taken meanwhile", async () => {
    const { browser, ended } = continued();
    browser.world.api.trouble = (call) => (call === "complete" ? "conflict" : undefined);
    await browser.world.clock.runUntil(ended("conflict"));
    await browser.world.clock.advance(1_000);
    expect(browser.world.bucket.multiparts.has("upload-other")).toBe(true);
  });
});

describe("a small file whose completion waits for new keys", () => {
  it("cannot be cancelled, for S3 may have it", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 5), fakeFile("b", 5));
    world.api.fault = (call) => (call === "complete" ? reason("credentials_expired") : undefined);
    await world.clock.runUntil(() => row()?.status === "paused");
    transfers.cancel([row()?.id ?? ""]);
    await world.clock.advance(1_000);
    expect(row()?.status).toBe("paused");
    world.api.fault = () => undefined;
    transfers.credentialsRenewed();
    await world.clock.runUntil(() => row()?.status === "done");
    expect(row()?.status).toBe("done");
  });
});
