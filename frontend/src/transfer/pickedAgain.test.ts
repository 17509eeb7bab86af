/** Files that are picked again after a reload: each goes to the upload that it was picked for. */
import { expect, it } from "vitest";
import { fakeFile } from "./testing/fakeWorld";
import { Browser } from "./testing/uploadPages";

const MB = 1_000_000;

it("a file that may be of two uploads is given to neither, until a person says to which", async () => {
  const browser = new Browser();
  const before = browser.open();
  const part = fakeFile("0.0", 90 * MB);
  for (const prefix of ["a/", "b/"]) before.transfers.add({ bucket: "demo", prefix }, [part]);
  await browser.world.clock.advance(500);
  before.end();
  const page = browser.open();
  await browser.world.clock.advance(500);
  const rows = page.transfers.getSnapshot().transfers;
  const ids = rows.map(({ id }) => id);
  const neither = { strangers: [], ambiguous: [part] };
  expect(page.transfers.giveFiles(ids, [part])).toEqual(neither);
  await browser.world.clock.advance(1_000);
  expect(page.transfers.getSnapshot().totals.paused).toBe(2);
  const second = rows.filter(({ prefix }) => prefix === "b/").map(({ id }) => id);
  expect(page.transfers.giveFiles(second, [part])).toEqual({ strangers: [], ambiguous: [] });
  await browser.world.clock.runUntil(() => page.transfers.getSnapshot().totals.done === 1);
  expect([...browser.world.bucket.objects.keys()]).toEqual(["b/0.0"]);
});
