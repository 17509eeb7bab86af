/** Uploads of accounts that are let go or set aside: nothing goes on behind the person's back. */
import { expect, it } from "vitest";
import { reason } from "./testing/fakeApi";
import { fakeFile, INBOX } from "./testing/fakeWorld";
import { Browser, type UploadPage } from "./testing/uploadPages";

const MB = 1_000_000;

/** Two pages of one account: the first uploads a file with a handle, the second one looks on. */
async function twoPages() {
  const browser = new Browser();
  const first = browser.open();
  first.transfers.add(INBOX, [browser.handles.keep(fakeFile("big.bin", 300 * MB))]);
  await browser.world.clock.advance(1_000);
  const second = browser.open();
  await browser.world.clock.advance(500);
  return { browser, first, second, clock: browser.world.clock };
}

function sentAfter({ world }: Browser, sent: number): number {
  return world.requests.length - sent;
}

function reasons({ transfers }: UploadPage) {
  return transfers.getSnapshot().transfers.map(({ pausedFor }) => pausedFor);
}

it("what another page leaves is not taken up after everything was cancelled", async () => {
  const { browser, first, second, clock } = await twoPages();
  second.transfers.cancelAll();
  await clock.advance(500);
  expect(browser.world.bucket.multiparts.size).toBe(1);
  first.end();
  const sent = browser.world.requests.length;
  await clock.advance(60_000);
  expect(sentAfter(browser, sent)).toBe(0);
  expect(second.transfers.getSnapshot().transfers).toEqual([]);
});

it("an account that is set aside takes up nothing until it is back", async () => {
  const { browser, first, second, clock } = await twoPages();
  second.transfers.setAside();
  first.end();
  const sent = browser.world.requests.length;
  await clock.advance(60_000);
  expect(sentAfter(browser, sent)).toBe(0);
  second.transfers.credentialsRenewed();
  await clock.runUntil(() => second.row("big.bin")?.status === "done");
  expect(second.row("big.bin")?.status).toBe("done");
});

it("an answer about the old keys says nothing about the new ones", async () => {
  const browser = new Browser();
  const page = browser.open();
  let told = 0;
  page.transfers.onCredentialsExpired(() => (told += 1));
  page.transfers.add(INBOX, [fakeFile("a.bin", MB)]);
  const { clock } = browser.world;
  await clock.runUntil(() => page.row("a.bin")?.status === "confirming");
  browser.world.api.fault = (call) => {
    return call === "complete" ? reason("credentials_expired") : undefined;
  };
  await clock.runUntil(() => browser.world.api.calls.includes("complete"));
  browser.world.api.fault = () => undefined;
  page.transfers.credentialsRenewed();
  await clock.runUntil(() => page.row("a.bin")?.status === "done");
  expect([page.row("a.bin")?.status, told]).toEqual(["done", 0]);
  expect(reasons(page)).toEqual([null]);
});

it("a browser without room is told of until what it could not remember has ended", async () => {
  const browser = new Browser();
  const page = browser.open();
  const { clock } = browser.world;
  const forgetful = () => page.transfers.getSnapshot().totals.forgetful;
  browser.memory.isFull = true;
  page.transfers.add(INBOX, [fakeFile("big.bin", 300 * MB)]);
  await clock.advance(500);
  browser.memory.isFull = false;
  page.transfers.add(INBOX, [fakeFile("small.bin", MB)]);
  page.transfers.pause([page.row("small.bin")?.id ?? ""]);
  await clock.advance(500);
  browser.memory.isFull = true;
  page.transfers.pause([page.row("big.bin")?.id ?? ""]);
  await clock.advance(500);
  expect(forgetful()).toBe(true);
  browser.memory.isFull = false;
  page.transfers.resume([page.row("small.bin")?.id ?? ""]);
  await clock.advance(2_000);
  expect(forgetful()).toBe(true);
  page.transfers.cancel([page.row("big.bin")?.id ?? ""]);
  await clock.advance(500);
  expect(forgetful()).toBe(false);
});
