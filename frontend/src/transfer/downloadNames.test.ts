/** Looking for a free local name ends, and no answer is taken for more than it says. */
import { describe, expect, it, vi } from "vitest";
import { Page } from "./testing/downloading";

async function taken() {
  const page = new Page();
  page.folder.files.set("a.txt", 99);
  page.download({ "a.txt": 1 });
  await page.finish();
  return page;
}

describe("a local name that is taken", () => {
  it("stops nobody when no number is free, and can still be cancelled", async () => {
    const page = await taken();
    page.folder.has = ([name]) => Promise.resolve(name?.startsWith("a") === true);
    page.transfers.resolveConflicts(page.ids("a.txt"), "keep-both");
    page.download({ "b.txt": 1 });
    await vi.waitFor(async () => {
      await page.world.clock.advance(1_000);
      expect(page.row("a.txt")?.status).toBe("conflict");
    });
    await page.finish();
    expect(page.row("b.txt")?.status).toBe("done");
  });

  it("is looked for no longer once the download is cancelled", async () => {
    const page = await taken();
    let looked = 0;
    page.folder.has = () => {
      looked += 1;
      if (looked === 3) page.transfers.cancel(page.ids("a.txt"));
      return Promise.resolve(true);
    };
    page.transfers.resolveConflicts(page.ids("a.txt"), "keep-both");
    await page.finish();
    expect(page.row("a.txt")?.status).toBe("cancelled");
    expect(looked).toBe(3);
  });

  it("by another download that is to replace it asks again: neither is lost", async () => {
    const page = new Page();
    page.folder.files.set("a.txt", 99);
    page.download({ "x/a.txt": 1 }, { prefix: "x/" });
    page.download({ "y/a.txt": 2 }, { prefix: "y/" });
    await page.finish();
    page.transfers.resolveConflicts(page.ids("x/a.txt", "y/a.txt"), "replace");
    await page.finish();
    expect(page.row("x/a.txt")?.status).toBe("done");
    expect(page.row("y/a.txt")?.status).toBe("conflict");
    expect(page.folder.files.get("a.txt")).toBe(1);
  });
});
