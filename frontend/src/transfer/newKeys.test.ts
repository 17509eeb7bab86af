/** Uploads whose account's keys expire, are renewed, or make way for another account's. */
import { expect, it } from "vitest";
import { s3Error } from "./testing/fakeBucket";
import { reason } from "./testing/fakeApi";
import { fakeFile, INBOX } from "./testing/fakeWorld";
import { Browser } from "./testing/uploadPages";

const MB = 1_000_000;

function uploading() {
  const browser = new Browser();
  const page = browser.open();
  let told = 0;
  page.transfers.onCredentialsExpired(() => (told += 1));
  page.transfers.add(INBOX, [fakeFile("a.bin", 300 * MB), fakeFile("b.bin", 300 * MB)]);
  const reasons = () => page.transfers.getSnapshot().transfers.map(({ pausedFor }) => pausedFor);
  return { browser, page, reasons, told: () => told };
}

it.each(["S3", "the API"])(
  "keys that %s calls expired pause all, and new ones go on",
  async (who) => {
    const { browser, page, reasons, told } = uploading();
    const { clock } = browser.world;
    await clock.advance(2_000);
    if (who === "S3") browser.world.s3Fault = () => s3Error(400, "ExpiredToken");
    else browser.world.api.fault = () => reason("credentials_expired");
    await clock.advance(20_000);
    expect(reasons()).toEqual(["credentials", "credentials"]);
    expect(told()).toBeGreaterThan(0);
    const sent = browser.world.requests.length;
    await clock.advance(60_000);
    expect(browser.world.requests).toHaveLength(sent);
    browser.world.s3Fault = () => undefined;
    browser.world.api.fault = () => undefined;
    page.transfers.credentialsRenewed();
    await clock.runUntil(() => page.transfers.getSnapshot().totals.done === 2);
    expect(browser.world.bucket.objects.size).toBe(2);
    expect(browser.world.bucket.multiparts.size).toBe(0);
  },
);

it("what a person paused does not go on with new keys", async () => {
  const { browser, page } = uploading();
  const { clock } = browser.world;
  await clock.advance(2_000);
  page.transfers.pause([page.row("a.bin")?.id ?? ""]);
  page.transfers.setAside();
  await clock.advance(1_000);
  page.transfers.credentialsRenewed();
  await clock.runUntil(() => page.row("b.bin")?.status === "done");
  expect(page.row("a.bin")).toMatchObject({ status: "paused", pausedFor: "person" });
});

it("what is set aside sends nothing, keeps its parts, and survives its page", async () => {
  const { browser, page, reasons } = uploading();
  const { clock } = browser.world;
  await clock.advance(2_000);
  page.transfers.setAside();
  await clock.advance(1_000);
  expect(reasons()).toEqual(["credentials", "credentials"]);
  expect(browser.world.bucket.multiparts.size).toBe(2);
  page.end();
  const next = browser.open();
  await clock.advance(500);
  expect(next.row("a.bin")).toMatchObject({ status: "paused", pausedFor: "file" });
});
