/** What a person decides about downloads: pause, cancel, retry, and names that are taken. */
import { describe, expect, it } from "vitest";
import { MiB, Page } from "./testing/downloading";

async function halfway() {
  const page = new Page();
  page.download({ "big.bin": 200 * MiB });
  await page.world.clock.runUntil(() => (page.row("big.bin")?.movedBytes ?? 0) > 120 * MiB);
  return page;
}

describe("pause", () => {
  it("stops every request, and resume fetches only what is not stored", async () => {
    const page = await halfway();
    const moved = page.row("big.bin")?.movedBytes ?? 0;
    page.transfers.pause(page.ids("big.bin"));
    await page.world.clock.advance(60_000);
    expect(page.row("big.bin")?.status).toBe("paused");
    expect(page.transfers.getSnapshot().totals.paused).toBe(1);
    expect(page.staging.requests).toBe(0);
    const asked = page.staging.fetched.length;
    page.transfers.resume(page.ids("big.bin"));
    await page.world.clock.advance(200);
    expect(page.row("big.bin")?.movedBytes).toBeGreaterThanOrEqual(moved);
    await page.finish();
    expect(page.folder.files.get("big.bin")).toBe(200 * MiB);
    const again = page.staging.fetched.length - asked;
    expect(again).toBeLessThanOrEqual(13 - Math.floor(moved / 16 / MiB) + 6);
  });

  it("of one that has not begun keeps it from beginning", async () => {
    const page = new Page();
    page.download({ "a.txt": 1, "b.txt": 1 });
    await page.world.clock.advance(0);
    page.transfers.pause(page.ids("a.txt"));
    await page.world.clock.advance(60_000);
    expect(page.row("a.txt")?.status).toBe("paused");
    expect(page.row("b.txt")?.status).toBe("done");
    page.transfers.resume(page.ids("a.txt"));
    await page.finish();
    expect(page.row("a.txt")?.status).toBe("done");
  });

  it("finds out when the object changed in the meantime", async () => {
    const page = await halfway();
    page.transfers.pause(page.ids("big.bin"));
    await page.world.clock.advance(60_000);
    page.store.put("big.bin", 20 * MiB, "second");
    page.transfers.resume(page.ids("big.bin"));
    await page.finish();
    expect(page.folder.files.get("big.bin")).toBe(20 * MiB);
    expect(page.row("big.bin")?.download?.restarted).toBe(true);
  });
});

describe("cancel", () => {
  it("leaves no half file, nothing staged and nothing to remember", async () => {
    const page = await halfway();
    page.transfers.cancel(page.ids("big.bin"));
    await page.world.clock.advance(1_000);
    expect(page.row("big.bin")?.status).toBe("cancelled");
    expect(page.folder.files.size).toBe(0);
    expect(page.staging.files.size).toBe(0);
    expect(page.journal.entries.size).toBe(0);
    expect(page.staging.requests).toBe(0);
  });

  it("and retry begin from nothing", async () => {
    const page = await halfway();
    page.transfers.cancel(page.ids("big.bin"));
    page.transfers.retry(page.ids("big.bin"));
    await page.finish();
    expect(page.folder.files.get("big.bin")).toBe(200 * MiB);
  });

  it("of all, for their account goes, frees everything", async () => {
    const page = new Page();
    page.store.put("tree/x.bin", 1);
    page.download({ "big.bin": 200 * MiB, "a.txt": 1, "b.txt": 1 }, { prefixes: ["tree/"] });
    await page.world.clock.advance(60);
    page.transfers.cancelAll();
    await page.world.clock.advance(60_000);
    expect(page.transfers.getSnapshot().totals).toMatchObject({ cancelled: 4, done: 0 });
    expect(page.staging.files.size + page.journal.entries.size + page.folder.files.size).toBe(0);
  });

  it("does not wait until all is read back", async () => {
    const page = new Page();
    page.staging.verify = () => new Promise(() => undefined);
    page.download({ "a.txt": 1 });
    await page.world.clock.runUntil(() => page.row("a.txt")?.status === "verifying");
    page.transfers.cancel(page.ids("a.txt"));
    await page.finish();
    expect(page.row("a.txt")?.status).toBe("cancelled");
    expect(page.staging.files.size).toBe(0);
  });

  it("takes back what is on its way into the folder, however long that takes", async () => {
    const page = new Page();
    page.folder.saveMs = Infinity;
    page.download({ "a.txt": 1 });
    await page.world.clock.runUntil(() => page.row("a.txt")?.status === "saving");
    page.transfers.cancel(page.ids("a.txt"));
    await page.finish();
    expect(page.row("a.txt")?.status).toBe("cancelled");
    expect(page.staging.files.size + page.journal.entries.size + page.folder.files.size).toBe(0);
  });
});

describe("a local name that is taken", () => {
  async function taken() {
    const page = new Page();
    page.folder.files.set("a.txt", 99);
    page.download({ "a.txt": 1 });
    await page.finish();
    return page;
  }

  it("asks when another page has put something there while it was saved", async () => {
    const page = new Page();
    page.folder.saveMs = 1_000;
    page.download({ "a.txt": 1 });
    await page.world.clock.runUntil(() => page.row("a.txt")?.status === "saving");
    page.folder.files.set("a.txt", 99);
    await page.finish();
    expect(page.row("a.txt")?.status).toBe("conflict");
    expect(page.folder.files.get("a.txt")).toBe(99);
  });

  it("asks, before anything is fetched", async () => {
    const page = await taken();
    expect(page.row("a.txt")).toMatchObject({
      status: "conflict",
      failure: { code: "conflict", params: { name: "a.txt" } },
    });
    expect(page.staging.fetched).toEqual([]);
    expect(page.folder.files.get("a.txt")).toBe(99);
  });

  it.each([
    ["replace", { "a.txt": 1 }, "a.txt"],
    ["keep-both", { "a.txt": 99, "a (1).txt": 1 }, "a (1).txt"],
  ] as const)("%s", async (choice, files, localPath) => {
    const page = await taken();
    page.transfers.resolveConflicts(page.ids("a.txt"), choice);
    await page.finish();
    expect(Object.fromEntries(page.folder.files)).toEqual(files);
    expect(page.row("a.txt")).toMatchObject({ status: "done", download: { localPath } });
  });

  it("keeps both beside what was kept earlier", async () => {
    const page = await taken();
    page.folder.files.set("a (1).txt", 98);
    page.transfers.resolveConflicts(page.ids("a.txt"), "keep-both");
    await page.finish();
    expect(page.folder.files.get("a (2).txt")).toBe(1);
  });

  it("can be left alone", async () => {
    const page = await taken();
    page.transfers.resolveConflicts(page.ids("a.txt"), "skip");
    await page.world.clock.advance(1_000);
    expect(page.row("a.txt")?.status).toBe("skipped");
    expect(page.folder.files.get("a.txt")).toBe(99);
    expect(page.journal.entries.size).toBe(0);
  });

  it("while the bytes came asks as well, and fetches nothing again", async () => {
    const page = await halfway();
    page.folder.files.set("big.bin", 99);
    await page.finish();
    expect(page.row("big.bin")?.status).toBe("conflict");
    expect(page.folder.files.get("big.bin")).toBe(99);
    const asked = page.staging.fetched.length;
    page.transfers.resolveConflicts(page.ids("big.bin"), "keep-both");
    await page.finish();
    expect(page.folder.files.get("big (1).bin")).toBe(200 * MiB);
    expect(page.staging.fetched).toHaveLength(asked);
  });

  it("by a download that is still under way asks, too", async () => {
    const page = new Page();
    page.download({ "big.bin": 100 * MiB });
    await page.world.clock.advance(500);
    page.download({ "big.bin": 100 * MiB });
    await page.finish();
    const { totals } = page.transfers.getSnapshot();
    expect(totals).toMatchObject({ done: 1, conflicts: 1 });
    expect(page.staging.fetched).toHaveLength(7);
  });

  it("cannot be looked at: the failure says why", async () => {
    const page = new Page();
    const denied = { code: "folder_denied", params: { folder: "받은 파일" }, requestId: null };
    page.folder.has = () => Promise.resolve(denied);
    page.download({ "a.txt": 1 });
    await page.finish();
    expect(page.row("a.txt")?.failure).toMatchObject({
      code: "folder_denied",
      params: { folder: "받은 파일", path: "a.txt" },
    });
  });
});

describe("names in one request", () => {
  it("that a local file system refuses are changed, and the row says so", async () => {
    const page = new Page();
    page.download({ "in/a:b?.txt": 1, "in/fine.txt": 1 }, { prefix: "in/" });
    await page.finish();
    expect(page.row("in/a:b?.txt")?.download).toMatchObject({
      localPath: "a_b_.txt",
      renamed: true,
    });
    expect(page.row("in/fine.txt")?.download?.renamed).toBe(false);
  });

  it("that differ by case only, or become one, get numbers", async () => {
    const page = new Page();
    page.download({ "A.txt": 1, "a.txt": 2, "x?": 3, "x*": 4 });
    await page.finish();
    expect(Object.fromEntries(page.folder.files)).toEqual({
      "A.txt": 1,
      "a (1).txt": 2,
      x_: 3,
      "x_ (1)": 4,
    });
    expect(page.row("a.txt")?.download?.renamed).toBe(true);
  });

  it("of a file and a folder that are the same do not meet", async () => {
    const page = new Page();
    page.download({ a: 1, "a/b.txt": 2, "a/c.txt": 3, "d/e": 4, D: 5 });
    await page.finish();
    expect(Object.fromEntries(page.folder.files)).toEqual({
      a: 1,
      "a (1)/b.txt": 2,
      "a (1)/c.txt": 3,
      "d/e": 4,
      "D (1)": 5,
    });
  });
});
