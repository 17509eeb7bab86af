/** Multipart uploads that others have left at S3: gone on with where the file is the right one. */
import { describe, expect, it } from "vitest";
import { PART_SIZE } from "./testing/fakeApi";
import { fakeFile, INBOX } from "./testing/fakeWorld";
import { Browser } from "./testing/uploadPages";

const SIZE = 100_000_000;
const PARTS = 12;
const leftover = { bucket: "demo", key: "inbox/left.bin", uploadId: "upload-other" };

/** A bucket in which another program has left these parts, by number. */
function left(parts: ReadonlyMap<number, number>) {
  const browser = new Browser();
  const { key, uploadId } = leftover;
  const there = [...parts].map(([part, size]) => {
    return [part, { size, etag: `${part}`, crc64nvme: "" }] as const;
  });
  browser.world.bucket.multiparts.set(uploadId, { key, nonce: "", parts: new Map(there) });
  return browser;
}

const four = new Map([1, 2, 3, 4].map((part) => [part, PART_SIZE] as const));

describe("a leftover upload", () => {
  it("that is cut otherwise is refused with words, and stays as it is", async () => {
    const browser = left(new Map([[1, PART_SIZE + 1]]));
    const page = browser.open();
    page.transfers.continueLeftover(leftover, fakeFile("left.bin", SIZE));
    await browser.world.clock.advance(1_000);
    expect(page.row("left.bin")).toMatchObject({ status: "failed" });
    expect(page.row("left.bin")?.failure?.code).toBe("leftover_mismatch");
    expect(browser.world.bucket.multiparts.get("upload-other")?.parts.size).toBe(1);
    expect(browser.sent("left.bin")).toEqual([]);
    expect(browser.memory.records.size).toBe(0);
  });

  it("is gone on with under its own upload id, and shown with it at once", async () => {
    const browser = left(four);
    const page = browser.open();
    page.transfers.continueLeftover(leftover, fakeFile("left.bin", SIZE));
    await browser.world.clock.advance(110);
    expect(page.row("left.bin")).toMatchObject({ uploadId: "upload-other", key: "inbox/left.bin" });
    await browser.world.clock.runUntil(() => page.row("left.bin")?.status === "done");
    expect(new Set(browser.world.requests.map(({ uploadId }) => uploadId))).toEqual(
      new Set(["upload-other"]),
    );
    expect(browser.world.bucket.objects.get("inbox/left.bin")?.size).toBe(SIZE);
    expect(browser.world.api.planned).toEqual([]);
    expect(browser.world.bucket.multiparts.size).toBe(0);
  });

  it("that another tab works at is left to that one", async () => {
    const browser = left(four);
    const [first, second] = [browser.open(), browser.open()];
    first.transfers.continueLeftover(leftover, fakeFile("left.bin", SIZE));
    await browser.world.clock.advance(200);
    second.transfers.continueLeftover(leftover, fakeFile("left.bin", SIZE));
    await browser.world.clock.advance(200);
    expect(second.row("left.bin")).toMatchObject({ status: "paused", pausedFor: "other-page" });
    await browser.world.clock.runUntil(() => first.row("left.bin")?.status === "done");
    expect(browser.sent("left.bin").length).toBeLessThanOrEqual(PARTS);
  });

  it("that is paused while its parts are looked at stays paused", async () => {
    const browser = left(four);
    const page = browser.open();
    page.transfers.continueLeftover(leftover, fakeFile("left.bin", SIZE));
    page.transfers.pause([page.row("left.bin")?.id ?? "page1-1"]);
    await browser.world.clock.advance(10_000);
    expect(page.row("left.bin")).toMatchObject({ status: "paused", pausedFor: "person" });
    expect(browser.sent("left.bin")).toEqual([]);
  });

  it("that was another tab's is remembered once it is this one's", async () => {
    const browser = left(four);
    const [first, second] = [browser.open(), browser.open()];
    for (const { transfers } of [first, second]) {
      transfers.continueLeftover(leftover, fakeFile("left.bin", SIZE));
    }
    await browser.world.clock.advance(150);
    const id = second.row("left.bin")?.id ?? "";
    expect(second.row("left.bin")).toMatchObject({ pausedFor: "other-page" });
    browser.memory.records.clear();
    first.end();
    await browser.world.clock.advance(200);
    expect(browser.memory.records.has(id)).toBe(true);
  });

  it("that this page waits for a file for takes it, unless it is another file", async () => {
    const browser = new Browser();
    const before = browser.open();
    before.transfers.add(INBOX, [fakeFile("big.bin", 300_000_000)]);
    await browser.world.clock.advance(1_000);
    before.end();
    const page = browser.open();
    await browser.world.clock.advance(500);
    const uploadId = page.row("big.bin")?.uploadId ?? "";
    const known = { bucket: "demo", key: "inbox/big.bin", uploadId };
    page.transfers.continueLeftover(known, fakeFile("big.bin", 299_000_000));
    await browser.world.clock.advance(500);
    const [first, second] = page.transfers.getSnapshot().transfers;
    expect([first?.pausedFor, second?.failure?.code]).toEqual(["file", "leftover_mismatch"]);
    page.transfers.continueLeftover(known, fakeFile("big.bin", 300_000_000));
    await browser.world.clock.runUntil(() => page.row("big.bin")?.status === "done");
    expect(browser.world.api.planned).toEqual([1]);
  });
});
