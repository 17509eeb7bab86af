/** Downloads from the click to the file in the folder. */
import { describe, expect, it } from "vitest";
import { MiB, Page } from "./testing/downloading";

describe("a download", () => {
  it("of a small object comes in one plain request, is verified and lies in the folder", async () => {
    const page = new Page();
    page.download({ "a.txt": 10 });
    await page.finish();
    expect(page.folder.files.get("a.txt")).toBe(10);
    expect(page.staging.fetched).toEqual([{ key: "a.txt", from: 0, to: 10, headers: {} }]);
    expect(page.row("a.txt")).toMatchObject({
      status: "done",
      movedBytes: 10,
      verified: "CRC64NVME",
      download: { localPath: "a.txt", renamed: false, restarted: false },
    });
  });

  it("of a large object comes in ranges that are bound to the object as it was planned", async () => {
    const page = new Page();
    page.download({ "big.bin": 40 * MiB });
    await page.finish();
    expect(page.folder.files.get("big.bin")).toBe(40 * MiB);
    expect(page.staging.fetched.map(({ from, to }) => [from / MiB, to / MiB])).toEqual([
      [0, 16],
      [16, 32],
      [32, 40],
    ]);
    const headers = { range: `bytes=0-${16 * MiB - 1}`, "if-match": '"first"' };
    expect(page.staging.fetched[0]?.headers).toEqual(headers);
  });

  it("of 48.8 TiB has at most 10,000 ranges", async () => {
    const page = new Page();
    page.download({ "huge.bin": 53_687_091_200_000 });
    await page.world.clock.advance(1_000);
    const { from = 0, to = 0 } = page.staging.fetched[0] ?? {};
    expect(53_687_091_200_000 / (to - from)).toBeLessThanOrEqual(10_000);
  });

  it("of an empty object makes no request to S3 and an empty file", async () => {
    const page = new Page();
    page.download({ "empty.txt": 0 });
    await page.finish();
    expect(page.folder.files.get("empty.txt")).toBe(0);
    expect(page.staging.fetched).toEqual([]);
    expect(page.row("empty.txt")?.status).toBe("done");
  });

  it("of a prefix's own marker makes a folder and asks nobody", async () => {
    const page = new Page();
    page.download({ "in/empty/": 0 }, { prefix: "in/" });
    await page.finish();
    expect([...page.folder.folders]).toEqual(["empty"]);
    expect(page.store.planned).toEqual([]);
  });

  it("leaves nothing staged and nothing to remember once it is done", async () => {
    const page = new Page();
    page.download({ "a.txt": 10, "big.bin": 40 * MiB });
    await page.finish();
    await page.world.clock.advance(1_000);
    expect(page.staging.files.size).toBe(0);
    expect(page.journal.entries.size).toBe(0);
  });

  it("that the browser copies later stays staged until its row is cleared", async () => {
    const page = new Page();
    page.folder.copiesLater = true;
    page.download({ "a.txt": 10 });
    await page.finish();
    expect(page.staging.files.size).toBe(1);
    page.transfers.clearFinished();
    await page.world.clock.advance(1_000);
    expect(page.staging.files.size).toBe(0);
    expect(page.journal.entries.size).toBe(0);
  });

  it("says so when there was nothing but the size to compare with", async () => {
    const page = new Page();
    page.staging.verification = () => ({ kind: "matched", algorithm: null });
    page.download({ "a.txt": 10 });
    await page.finish();
    expect(page.row("a.txt")).toMatchObject({ status: "done", verified: null });
  });

  it("asks to be paid for only where the person has agreed", async () => {
    const page = new Page();
    page.download({ "a.txt": 1 }, { requesterPays: true });
    await page.finish();
    page.download({ "b.txt": 1 });
    await page.finish();
    expect(page.store.paid).toEqual([true, false]);
  });

  it("shows its bytes, which never go back, until all are there", async () => {
    const page = new Page();
    page.download({ "big.bin": 100 * MiB });
    const seen: number[] = [];
    page.transfers.subscribe(() => seen.push(page.row("big.bin")?.movedBytes ?? 0));
    page.staging.fault = (_range, attempt) => (attempt === 1 ? { kind: "broken" } : undefined);
    await page.finish();
    expect(seen).toEqual(seen.toSorted((one, other) => one - other));
    expect(seen.at(-1)).toBe(100 * MiB);
  });
});

describe("many downloads", () => {
  const many = (count: number, size: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}.bin`, size]));

  it("are planned a hundred at a time, and few of them ahead", async () => {
    const page = new Page();
    page.download(many(1_000, 4 * MiB));
    await page.world.clock.advance(1_000);
    expect(page.store.planned.every((count) => count <= 100)).toBe(true);
    expect(page.store.planned.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(300);
  });

  it("of ten thousand small objects come through with little work for each", async () => {
    const page = new Page();
    let snapshots = 0;
    page.transfers.subscribe(() => (snapshots += 1));
    const begun = page.world.clock.now();
    page.download(many(10_000, 1_000));
    await page.finish();
    const seconds = (page.world.clock.now() - begun) / 1_000;
    expect(page.transfers.getSnapshot().totals).toMatchObject({ done: 10_000, downloads: 10_000 });
    expect(page.store.planned.length).toBeLessThan(210);
    expect(snapshots).toBeLessThanOrEqual(10 * seconds + 2);
    expect(page.staging.files.size).toBe(0);
  });

  it("of few large objects do not starve the small ones", async () => {
    const page = new Page();
    page.download({ ...many(6, 2_000 * MiB), ...{ "small.txt": 10 } });
    await page.world.clock.advance(5_000);
    expect(page.row("small.txt")?.status).toBe("done");
  });

  it("of large objects are on the disk four at a time", async () => {
    const page = new Page();
    page.download(many(10, 200 * MiB));
    await page.world.clock.advance(2_000);
    expect(page.staging.files.size).toBe(4);
    await page.finish();
    expect(page.folder.files.size).toBe(10);
  });

  it("share their connections with uploads", async () => {
    const page = new Page();
    page.download(many(20, 100 * MiB));
    const file = {
      name: "up.bin",
      size: 90_000_000,
      type: "text/plain",
      lastModified: 0,
      slice: () => ({ size: 9 }),
    };
    const files = Array.from({ length: 20 }, () => ({ file: file as unknown as File }));
    page.transfers.add({ bucket: "demo", prefix: "inbox/" }, files);
    let most = 0;
    await page.world.clock.runUntil(() => {
      most = Math.max(most, page.staging.requests + page.world.open);
      return page.world.clock.now() > 1_015_000;
    });
    expect(page.staging.requests).toBeGreaterThan(0);
    expect(page.world.open).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(24);
  });
});
