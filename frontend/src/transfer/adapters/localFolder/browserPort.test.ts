/** Files that are handed to the browser's own downloads. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FakeClock, settled } from "../../testing/fakeClock";
import { browserPort } from "./browserPort";

const names: string[] = [];
const revoke = vi.fn();
let clock: FakeClock;

beforeEach(() => {
  names.length = 0;
  clock = new FakeClock();
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    names.push(this.download);
  });
  Object.assign(URL, { createObjectURL: () => "blob:one", revokeObjectURL: revoke });
});

afterEach(() => {
  vi.restoreAllMocks();
});

function saveAll(count: number, signal = new AbortController().signal) {
  const port = browserPort(clock, () => Promise.resolve({ blob: new Blob(["x"]), file: null }));
  const paths = Array.from({ length: count }, (_, at) => ["a", `${at}.txt`]);
  return Promise.all(paths.map((path) => port.save(path, "d", { replace: false, signal })));
}

it("folders on the way become part of the name, and the bytes stay until they are copied", async () => {
  expect(await saveAll(1)).toEqual([null]);
  expect(names).toEqual(["a_0.txt"]);
  await clock.advance(59_000);
  expect(revoke).not.toHaveBeenCalled();
  await clock.advance(2_000);
  expect(revoke).toHaveBeenCalledWith("blob:one");
});

it("no more come at once than browsers take", async () => {
  const all = saveAll(20);
  await settled();
  expect(names).toHaveLength(8);
  await clock.advance(1_000);
  expect(names).toHaveLength(16);
  await clock.advance(1_000);
  expect(await all).toHaveLength(20);
  expect(names).toHaveLength(20);
});

it("what was cancelled while it waited for its turn is not handed over", async () => {
  const control = new AbortController();
  const all = saveAll(20, control.signal);
  await settled();
  control.abort();
  await clock.advance(2_000);
  await all;
  expect(names).toHaveLength(8);
});
