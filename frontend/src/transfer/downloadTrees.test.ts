/** Trees of prefixes: listed page by page while what was found is downloaded already. */
import { describe, expect, it } from "vitest";
import { Page } from "./testing/downloading";

const DENIED = { code: "access_denied", params: { action: "s3:ListBucket" }, requestId: "r1" };

function treeOf(count: number, size = 1_000) {
  const page = new Page();
  for (let i = 0; i < count; i += 1) page.store.put(`in/tree/${i % 7}/${i}.txt`, size);
  page.store.put("in/beside.txt", 1);
  return page;
}

describe("a selected prefix", () => {
  it("puts its tree into the folder, below what was selected", async () => {
    const page = treeOf(30);
    page.store.put("in/tree/", 0);
    page.store.put("in/tree/empty/", 0);
    page.download({}, { prefix: "in/", prefixes: ["in/tree/"] });
    await page.finish();
    expect(page.folder.files.size).toBe(30);
    expect(page.folder.files.get("tree/0/7.txt")).toBe(1_000);
    expect([...page.folder.folders]).toEqual(["tree", "tree/empty"]);
  });

  it("shows how much was found, downloads meanwhile, and goes when all is found", async () => {
    const page = treeOf(50);
    page.store.pageSize = 10;
    page.download({}, { prefix: "in/", prefixes: ["in/tree/"] });
    await page.world.clock.runUntil(() => (page.row("in/tree/")?.download?.found ?? 0) >= 30);
    expect(page.row("in/tree/")).toMatchObject({
      status: "listing",
      name: "tree/",
      download: { localPath: "tree/" },
    });
    await page.world.clock.runUntil(() => page.folder.files.size > 0);
    expect(page.row("in/tree/")?.status).toBe("listing");
    await page.finish();
    expect(page.row("in/tree/")).toBeUndefined();
    expect(page.transfers.getSnapshot().totals).toMatchObject({ done: 50, active: 0 });
    expect(page.journal.entries.size).toBe(0);
  });

  it("is listed no further while two thousand of its files wait", async () => {
    const page = treeOf(6_000, 8_000_000);
    page.download({}, { prefix: "in/", prefixes: ["in/tree/"] });
    await page.world.clock.advance(5_000);
    expect(page.store.listed.length).toBe(3);
    await page.finish();
    expect(page.transfers.getSnapshot().totals.done).toBe(6_000);
    expect(page.store.listed.length).toBe(6);
  });

  it("whose listing fails stays, and trying again goes on where it stopped", async () => {
    const page = treeOf(30);
    page.store.pageSize = 10;
    page.store.fault = (call) =>
      call === "list" && page.store.listed.at(-1) === "20"
        ? { failure: DENIED, retry: false }
        : undefined;
    page.download({}, { prefix: "in/", prefixes: ["in/tree/"] });
    await page.finish();
    expect(page.row("in/tree/")).toMatchObject({ status: "failed", failure: DENIED });
    page.store.fault = () => undefined;
    page.transfers.retry(page.ids("in/tree/"));
    await page.finish();
    expect(page.store.listed).toEqual([null, "10", "20", "20"]);
    expect(page.folder.files.size).toBe(30);
  });

  it("can be paused and resumed while it is listed", async () => {
    const page = treeOf(30);
    page.store.pageSize = 10;
    page.download({}, { prefix: "in/", prefixes: ["in/tree/"] });
    await page.world.clock.advance(120);
    page.transfers.pause(page.ids("in/tree/"));
    await page.world.clock.advance(10_000);
    const listed = page.store.listed.length;
    expect(page.row("in/tree/")?.status).toBe("paused");
    await page.world.clock.advance(10_000);
    expect(page.store.listed).toHaveLength(listed);
    page.transfers.resume(page.ids("in/tree/"));
    await page.finish();
    expect(page.folder.files.size).toBe(30);
  });

  it("that is cancelled is listed no further", async () => {
    const page = treeOf(30);
    page.store.pageSize = 10;
    page.download({}, { prefix: "in/", prefixes: ["in/tree/"] });
    await page.world.clock.advance(120);
    page.transfers.cancel(page.ids("in/tree/"));
    await page.finish();
    expect(page.row("in/tree/")?.status).toBe("cancelled");
    expect(page.store.listed.length).toBeLessThanOrEqual(3);
    page.transfers.clearFinished();
    await page.world.clock.advance(200);
    expect(page.row("in/tree/")).toBeUndefined();
  });

  it("meets a name of the same request and gets out of its way", async () => {
    const page = new Page();
    page.store.put("in/a/x.txt", 2);
    page.download({ "in/a": 1 }, { prefix: "in/", prefixes: ["in/a/"] });
    await page.finish();
    expect(Object.fromEntries(page.folder.files)).toEqual({ a: 1, "a (1)/x.txt": 2 });
  });
});
