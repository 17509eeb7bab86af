/** Leaving the page while something moves. */
import { expect, it } from "vitest";
import { FakeWorld, fakeFile, INBOX } from "../testing/fakeWorld";
import { warnBeforeLeaving } from "./unload";

it("the browser asks while an upload moves, and not once it is done", async () => {
  const world = new FakeWorld();
  const transfers = world.transfers();
  warnBeforeLeaving(transfers);
  const asks = () => !dispatchEvent(new Event("beforeunload", { cancelable: true }));
  expect(asks()).toBe(false);
  transfers.add(INBOX, [fakeFile("a", 1)]);
  await world.clock.advance(60);
  expect(asks()).toBe(true);
  await world.finish(transfers);
  expect(asks()).toBe(false);
});

it("the browser asks while a conflict waits for an answer, and not once it is skipped", async () => {
  const world = new FakeWorld();
  const transfers = world.transfers();
  warnBeforeLeaving(transfers);
  const asks = () => !dispatchEvent(new Event("beforeunload", { cancelable: true }));
  world.bucket.objects.set("inbox/a", { nonce: "theirs", size: 1 });
  transfers.add(INBOX, [fakeFile("a", 1)]);
  await world.finish(transfers);
  expect(asks()).toBe(true);
  transfers.resolveConflicts(["transfer-1"], "skip");
  await world.clock.advance(200);
  expect(asks()).toBe(false);
});

it("the browser does not ask for what is paused and remembered, but where it would be forgotten", async () => {
  const world = new FakeWorld();
  const transfers = world.transfers();
  warnBeforeLeaving(transfers);
  const asks = () => !dispatchEvent(new Event("beforeunload", { cancelable: true }));
  transfers.add(INBOX, [fakeFile("a", 300_000_000)]);
  await world.clock.advance(500);
  transfers.pause(["transfer-1"]);
  await world.clock.advance(200);
  expect(asks()).toBe(false);
  world.journal.memory.isFull = true;
  transfers.add(INBOX, [fakeFile("b", 300_000_000)]);
  await world.clock.advance(500);
  transfers.pause(["transfer-2"]);
  await world.clock.advance(200);
  expect(asks()).toBe(true);
});
