/** Downloads across a reload or a crash: what is gone on with, and what is not fetched again. */
import { describe, expect, it } from "vitest";
import { MiB, OWNER, Page } from "./testing/downloading";

const RANGES = 13;

/** A page that is gone in the middle of a download. */
async function gone() {
  const page = new Page();
  page.download({ "big.bin": 200 * MiB, "small.txt": 5 });
  await page.world.clock.runUntil(() =>
    [...page.journal.entries.values()].some(({ stored }) => stored.length >= 5),
  );
  return page;
}

async function started(page: Page) {
  const { transfers } = page;
  await page.world.clock.advance(100);
  return transfers;
}

describe("after a reload", () => {
  it("a download goes on by itself and fetches only the ranges that were not stored", async () => {
    const before = await gone();
    const stored = [...before.journal.entries.values()].flatMap((entry) => entry.stored).length;
    const page = new Page(before);
    await started(page);
    expect(page.row("big.bin")?.movedBytes).toBeGreaterThanOrEqual(5 * 16 * MiB);
    await page.finish();
    expect(page.folder.files.get("big.bin")).toBe(200 * MiB);
    const fetched = page.staging.fetched.filter(({ key }) => key === "big.bin");
    expect(fetched).toHaveLength(RANGES - stored);
  });

  it("it waits, paused, where the folder has to be asked for with a click", async () => {
    const page = new Page(await gone());
    page.folder.isReady = false;
    const transfers = await started(page);
    await page.world.clock.advance(10_000);
    expect(page.row("big.bin")?.status).toBe("paused");
    expect(page.staging.fetched).toEqual([]);
    transfers.resume(page.ids("big.bin"));
    await page.world.clock.runUntil(() => page.row("big.bin")?.status === "done");
    expect(page.folder.files.get("big.bin")).toBe(200 * MiB);
  });

  it("an object that changed meanwhile begins anew and says so", async () => {
    const before = await gone();
    before.store.put("big.bin", 30 * MiB, "second");
    const page = new Page(before);
    await started(page);
    await page.finish();
    expect(page.folder.files.get("big.bin")).toBe(30 * MiB);
    expect(page.row("big.bin")?.download?.restarted).toBe(true);
  });

  it("what the browser has taken from the disk is fetched again", async () => {
    const before = await gone();
    before.staging.files.clear();
    const page = new Page(before);
    await started(page);
    await page.finish();
    expect(page.folder.files.get("big.bin")).toBe(200 * MiB);
    expect(page.staging.fetched.filter(({ key }) => key === "big.bin")).toHaveLength(RANGES);
  });

  it("another identity gets none of it, and it stays for its own", async () => {
    const before = await gone();
    const page = new Page(before, "arn:aws:iam::123456789012:user/kim");
    await started(page);
    expect(page.transfers.getSnapshot().transfers).toEqual([]);
    expect(page.staging.files.size).toBeGreaterThan(0);
    const own = new Page(page, OWNER);
    await started(own);
    await own.finish();
    expect(own.folder.files.get("big.bin")).toBe(200 * MiB);
  });

  it("what belongs to nothing that is remembered is freed", async () => {
    const before = new Page();
    const remote = { size: 1, etag: "first", checksum: null, md5PartSize: null };
    await before.staging.open("left-over", remote);
    const page = new Page(before);
    page.download({ "a.txt": 1 });
    await page.finish();
    expect(page.staging.files.size).toBe(0);
  });

  it("a tree is listed from where it was", async () => {
    const before = new Page();
    for (let i = 0; i < 30; i += 1) before.store.put(`tree/${i}.txt`, 1);
    before.store.pageSize = 10;
    before.download({}, { prefixes: ["tree/"] });
    await before.world.clock.runUntil(() => before.store.listed.length === 2);
    const page = new Page(before);
    page.store.pageSize = 10;
    await started(page);
    await page.finish();
    expect(page.store.listed[0]).toBe("10");
    expect(page.folder.files.size).toBe(30);
  });

  it("a cancelled download does not come back", async () => {
    const before = await gone();
    before.transfers.cancel(before.ids("big.bin", "small.txt"));
    await before.world.clock.advance(1_000);
    const page = new Page(before);
    await started(page);
    expect(page.loads).toBe(0);
    expect(page.transfers.getSnapshot().transfers).toEqual([]);
  });

  it("what a person had paused stays paused", async () => {
    const before = await gone();
    before.transfers.pause(before.ids("big.bin"));
    await before.world.clock.advance(1_000);
    const page = new Page(before);
    await started(page);
    await page.world.clock.advance(60_000);
    expect(page.row("big.bin")?.status).toBe("paused");
    page.transfers.resume(page.ids("big.bin"));
    await page.world.clock.runUntil(() => page.row("big.bin")?.status === "done");
  });

  it("what only waited for a click has not been paused by anybody", async () => {
    const waiting = new Page(await gone());
    waiting.folder.isReady = false;
    await started(waiting);
    await waiting.world.clock.advance(1_000);
    expect(waiting.row("big.bin")?.status).toBe("paused");
    const page = new Page(waiting);
    await started(page);
    await page.world.clock.runUntil(() => page.row("big.bin")?.status === "done");
  });

  it("whether a name may be replaced is asked again, for the folder may be another one", async () => {
    const before = new Page();
    before.folder.files.set("big.bin", 99);
    before.download({ "big.bin": 200 * MiB });
    await before.finish();
    before.transfers.resolveConflicts(before.ids("big.bin"), "replace");
    await before.world.clock.advance(1_000);
    const page = new Page(before);
    await started(page);
    await page.finish();
    expect(page.row("big.bin")?.status).toBe("conflict");
    expect(page.folder.files.get("big.bin")).toBe(99);
  });
});
