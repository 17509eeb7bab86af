/** Uploads across a reload, a crash and other tabs: what goes on, what is not sent again, who is asked. */
import { describe, expect, it } from "vitest";
import { fakeFile, INBOX } from "./testing/fakeWorld";
import { Browser } from "./testing/uploadPages";

const MB = 1_000_000;
const PARTS = 36;
const big = () => fakeFile("big.bin", 300 * MB);

/** A browser in which a page is gone after S3 got ten parts. */
async function gone(picked = big(), hasHandle = true) {
  const browser = new Browser();
  const file = hasHandle ? browser.handles.keep(picked) : picked;
  const page = browser.open();
  page.transfers.add(INBOX, [file]);
  await browser.world.clock.runUntil(() => uploadedParts(browser) === 10);
  page.end();
  return { browser, file };
}

function uploadedParts({ world }: Browser): number {
  return [...world.bucket.multiparts.values()][0]?.parts.size ?? 0;
}

async function finished(browser: Browser, page: ReturnType<Browser["open"]>, name = "big.bin") {
  await browser.world.clock.runUntil(() => page.row(name)?.status === "done");
  expect(page.row(name)?.status).toBe("done");
}

describe("after a reload", () => {
  it("an upload goes on by itself, and sends only the parts that S3 has not noted", async () => {
    const { browser } = await gone();
    const page = browser.open();
    await browser.world.clock.advance(300);
    expect(page.row("big.bin")?.movedBytes).toBeGreaterThanOrEqual(10 * 8_388_608);
    await finished(browser, page);
    expect(browser.world.bucket.objects.get("inbox/big.bin")?.size).toBe(300 * MB);
    expect(new Set(browser.sent("big.bin")).size).toBe(PARTS);
    // Those that were on their way when the page went are sent twice.
    expect(browser.sent("big.bin").length).toBeLessThanOrEqual(PARTS + 18);
    expect(browser.world.bucket.multiparts.size).toBe(0);
    expect(browser.memory.records.size).toBe(0);
    expect(browser.memory.held.size).toBe(0);
  });

  it("what a person had paused stays paused, with what S3 has, until it is resumed", async () => {
    const browser = new Browser();
    const before = browser.open();
    before.transfers.add(INBOX, [browser.handles.keep(big())]);
    await browser.world.clock.runUntil(() => uploadedParts(browser) === 10);
    before.transfers.pause([before.row("big.bin")?.id ?? ""]);
    await browser.world.clock.advance(1_000);
    before.end();
    const page = browser.open();
    const sent = browser.sent("big.bin").length;
    await browser.world.clock.advance(60_000);
    expect(page.row("big.bin")).toMatchObject({ status: "paused", pausedFor: "person" });
    expect(page.row("big.bin")?.movedBytes).toBeGreaterThanOrEqual(10 * 8_388_608);
    expect(browser.sent("big.bin")).toHaveLength(sent);
    page.transfers.resume([page.row("big.bin")?.id ?? ""]);
    await finished(browser, page);
  });

  it("the browser is asked once for all files that it wants to be asked about", async () => {
    const browser = new Browser();
    const before = browser.open();
    const names = Array.from({ length: 20 }, (_, i) => `${i}.bin`);
    const files = names.map((name) => browser.handles.keep(fakeFile(name, 90 * MB)));
    before.transfers.add(INBOX, files);
    await browser.world.clock.advance(500);
    before.end();
    browser.handles.mustAsk = true;
    const page = browser.open();
    await browser.world.clock.advance(1_000);
    const rows = page.transfers.getSnapshot().transfers;
    expect(rows.map(({ pausedFor }) => pausedFor)).toEqual(names.map(() => "permission"));
    page.transfers.resume(rows.map(({ id }) => id));
    expect(browser.handles.asked).toEqual([20]);
    await browser.world.clock.runUntil(() => page.transfers.getSnapshot().totals.done === 20);
    expect(page.transfers.getSnapshot().totals.done).toBe(20);
  });

  it("files that may not be read wait to be picked again", async () => {
    const { browser } = await gone();
    browser.handles.mustAsk = true;
    browser.handles.isAllowed = false;
    const page = browser.open();
    await browser.world.clock.advance(500);
    page.transfers.resume([page.row("big.bin")?.id ?? ""]);
    await browser.world.clock.advance(500);
    expect(page.row("big.bin")).toMatchObject({ status: "paused", pausedFor: "file" });
  });

  it("without a handle the same file goes on, and another one is given back", async () => {
    const { browser, file } = await gone(big(), false);
    const page = browser.open();
    await browser.world.clock.advance(500);
    expect(page.row("big.bin")).toMatchObject({ status: "paused", pausedFor: "file" });
    const ids = [page.row("big.bin")?.id ?? ""];
    const other = fakeFile("big.bin", 299 * MB);
    expect(page.transfers.giveFiles(ids, [other])).toEqual({ strangers: [other], ambiguous: [] });
    expect(page.transfers.giveFiles(ids, [file])).toEqual({ strangers: [], ambiguous: [] });
    await finished(browser, page);
    expect(browser.sent("big.bin").length).toBeLessThanOrEqual(PARTS + 18);
  });

  it("a file that is dropped again takes its old row", async () => {
    const { browser, file } = await gone(big(), false);
    const page = browser.open();
    await browser.world.clock.advance(500);
    page.transfers.add(INBOX, [file]);
    await finished(browser, page);
    expect(page.transfers.getSnapshot().transfers).toHaveLength(1);
    expect(browser.world.api.planned).toEqual([1]);
  });

  it("a file that changed meanwhile fails, and its parts are given up", async () => {
    const { browser, file } = await gone();
    const { handle } = browser.handles.keep(file);
    browser.handles.change(file.handle ?? handle, fakeFile("big.bin", 301 * MB).file);
    const page = browser.open();
    await browser.world.clock.advance(1_000);
    expect(page.row("big.bin")).toMatchObject({ status: "failed" });
    expect(page.row("big.bin")?.failure?.code).toBe("file_changed");
    expect(browser.world.bucket.multiparts.size).toBe(0);
    expect(browser.memory.records.size).toBe(0);
  });

  it("a file that is gone can be picked again: its parts stay", async () => {
    const { browser, file } = await gone();
    const missing = { code: "file_unreadable", params: {}, requestId: null };
    if (file.handle !== undefined) browser.handles.change(file.handle, missing);
    const page = browser.open();
    await browser.world.clock.advance(1_000);
    expect(page.row("big.bin")).toMatchObject({ status: "paused", pausedFor: "file" });
    expect(browser.world.bucket.multiparts.size).toBe(1);
  });

  it("one that was killed between Complete and its answer is done, and completed once", async () => {
    const browser = new Browser();
    const before = browser.open();
    before.transfers.add(INBOX, [browser.handles.keep(big())]);
    await browser.world.clock.runUntil(() => browser.world.api.count("complete") === 1);
    before.end();
    await browser.world.clock.advance(100);
    expect(browser.world.bucket.objects.size).toBe(1);
    const page = browser.open();
    await finished(browser, page);
    expect(new Set(browser.sent("big.bin")).size).toBe(browser.sent("big.bin").length);
  });

  it("a PUT whose answer the page did not live to hear is its own, not a conflict", async () => {
    const browser = new Browser();
    const before = browser.open();
    before.transfers.add(INBOX, [browser.handles.keep(fakeFile("a.bin", 50 * MB))]);
    await browser.world.clock.runUntil(() => browser.world.bucket.objects.size === 1);
    before.end();
    const page = browser.open();
    await finished(browser, page, "a.bin");
    expect(browser.world.requests).toHaveLength(1);
  });

  it("a cancelled upload does not come back", async () => {
    const browser = new Browser();
    const before = browser.open();
    before.transfers.add(INBOX, [browser.handles.keep(big())]);
    await browser.world.clock.advance(1_000);
    before.transfers.cancel([before.row("big.bin")?.id ?? ""]);
    await browser.world.clock.advance(1_000);
    before.end();
    const page = browser.open();
    await browser.world.clock.advance(1_000);
    expect(page.transfers.getSnapshot().transfers).toEqual([]);
  });

  it("another identity gets none of it, and it stays for its own", async () => {
    const { browser } = await gone();
    const other = browser.open("arn:aws:iam::123456789012:user/kim");
    await browser.world.clock.advance(1_000);
    expect(other.transfers.getSnapshot().transfers).toEqual([]);
    other.end();
    await finished(browser, browser.open());
  });

  it("10,000 files come back without holding the page up", { timeout: 60_000 }, async () => {
    const browser = new Browser();
    const before = browser.open();
    const files = Array.from({ length: 10_000 }, (_, i) => fakeFile(`${i}.bin`, 10_000));
    before.transfers.add(
      INBOX,
      files.map((file) => browser.handles.keep(file)),
    );
    await browser.world.clock.advance(0);
    before.end();
    expect(browser.memory.records.size).toBe(10_000);
    const page = browser.open();
    await browser.world.clock.runUntil(() => page.transfers.getSnapshot().totals.done === 10_000);
    expect(page.transfers.getSnapshot().totals.done).toBe(10_000);
    expect(browser.handles.mostOpen).toBeLessThanOrEqual(100);
  });
});

describe("two pages", () => {
  it("leave an upload to the one that works at it; the other takes over when that ends", async () => {
    const browser = new Browser();
    const first = browser.open();
    first.transfers.add(INBOX, [browser.handles.keep(big())]);
    await browser.world.clock.runUntil(() => uploadedParts(browser) === 5);
    const second = browser.open();
    await browser.world.clock.advance(500);
    expect(second.row("big.bin")).toMatchObject({ status: "paused", pausedFor: "other-page" });
    second.transfers.resume([second.row("big.bin")?.id ?? ""]);
    second.transfers.cancel([second.row("big.bin")?.id ?? ""]);
    await browser.world.clock.advance(500);
    expect(browser.world.bucket.multiparts.size).toBe(1);
    first.end();
    await finished(browser, second);
    expect(browser.sent("big.bin").length).toBeLessThanOrEqual(PARTS + 18);
  });

  it("what the other page finishes goes from this one", async () => {
    const browser = new Browser();
    const first = browser.open();
    first.transfers.add(INBOX, [browser.handles.keep(big())]);
    await browser.world.clock.runUntil(() => uploadedParts(browser) === 5);
    const second = browser.open();
    await browser.world.clock.advance(500);
    await finished(browser, first);
    browser.memory.news();
    await browser.world.clock.advance(500);
    expect(second.transfers.getSnapshot().transfers).toEqual([]);
  });
});

it("a browser without room uploads all the same, and says that a reload would forget", async () => {
  const browser = new Browser();
  browser.memory.isFull = true;
  const page = browser.open();
  page.transfers.add(INBOX, [big()]);
  await browser.world.clock.advance(500);
  expect(page.transfers.getSnapshot().totals.forgetful).toBe(true);
  await finished(browser, page);
});
