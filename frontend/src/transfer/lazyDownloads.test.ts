/** Downloads before their engine is loaded. */
import { describe, expect, it } from "vitest";
import { Page } from "./testing/downloading";

describe("the engine of downloads", () => {
  it("is not loaded for uploads, nor before a download is asked for", async () => {
    const page = new Page();
    await page.world.clock.advance(1_000);
    page.transfers.pause([]);
    page.transfers.clearFinished();
    expect(page.loads).toBe(0);
  });

  it("can be loaded ahead, quietly, and once", async () => {
    const page = new Page();
    page.transfers.preloadDownloads();
    page.transfers.preloadDownloads();
    await page.world.clock.advance(1_000);
    page.download({ "a.txt": 1 });
    await page.finish();
    expect(page.loads).toBe(1);
    expect(page.row("a.txt")?.status).toBe("done");
  });

  it("that cannot be loaded fails the rows, and trying again loads it again", async () => {
    const page = new Page();
    page.loadFailure = new Error("Failed to fetch dynamically imported module");
    page.download({ "in/a.txt": 1, "in/b.txt": 2 }, { prefix: "in/", prefixes: ["in/c/"] });
    await page.finish();
    const rows = page.transfers.getSnapshot().transfers;
    expect(rows.map(({ name, status }) => [name, status])).toEqual([
      ["a.txt", "failed"],
      ["b.txt", "failed"],
      ["c/", "failed"],
    ]);
    expect(rows[0]?.failure?.code).toBe("api_unreachable");
    page.loadFailure = null;
    page.transfers.retry(page.ids("in/a.txt"));
    await page.world.clock.runUntil(() => page.folder.files.size === 2);
    await page.finish();
    expect(page.row("in/a.txt")?.status).toBe("done");
    expect(page.row("in/b.txt")?.status).toBe("done");
    expect(page.transfers.getSnapshot().transfers).toHaveLength(2);
  });

  it("does not download what was cancelled before it was there", async () => {
    const page = new Page();
    page.loadFailure = new Error("offline");
    page.download({ "a.txt": 1, "b.txt": 2 });
    await page.finish();
    page.transfers.cancel(page.ids("a.txt"));
    page.loadFailure = null;
    page.transfers.retry(page.ids("b.txt"));
    await page.world.clock.runUntil(() => page.folder.files.size > 0);
    await page.finish();
    expect([...page.folder.files.keys()]).toEqual(["b.txt"]);
    expect(page.row("a.txt")).toBeUndefined();
  });

  it("keeps a pause that was asked for before it was there", async () => {
    const page = new Page();
    page.download({ "a.txt": 1 });
    const { clock } = page.world;
    const [id = ""] = [...page.transfers.getSnapshot().transfers.map((view) => view.id)];
    page.transfers.pause([id]);
    await clock.advance(1_000);
    expect(page.transfers.getSnapshot().transfers).toHaveLength(1);
  });
});
