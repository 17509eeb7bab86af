/** When the machine is kept awake. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Transfers } from "../transfers";
import { keepAwake } from "./wakeLock";

const release = vi.fn(() => Promise.resolve());
const request = vi.fn(() => Promise.resolve({ release }));
const shown = vi.spyOn(document, "visibilityState", "get");

beforeEach(() => {
  vi.clearAllMocks();
  shown.mockReturnValue("visible");
  vi.stubGlobal("navigator", { wakeLock: { request } });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function moving() {
  let tell: () => void = () => undefined;
  const totals = { active: 0, offline: false };
  const transfers = {
    subscribe: (listener: () => void) => (tell = listener),
    getSnapshot: () => ({ totals }),
  } as unknown as Transfers;
  keepAwake(transfers);
  return async (now: Partial<typeof totals>) => {
    Object.assign(totals, now);
    tell();
    await Promise.resolve();
  };
}

function turn(visibility: DocumentVisibilityState) {
  shown.mockReturnValue(visibility);
  document.dispatchEvent(new Event("visibilitychange"));
}

it("asks once while something moves, and lets go when nothing does", async () => {
  const show = moving();
  await show({ active: 1 });
  await show({ active: 2 });
  expect(request).toHaveBeenCalledTimes(1);
  expect(release).not.toHaveBeenCalled();
  await show({ active: 0 });
  expect(release).toHaveBeenCalledTimes(1);
});

it("does not keep a machine awake that only waits for a network", async () => {
  const show = moving();
  await show({ active: 1, offline: true });
  expect(request).not.toHaveBeenCalled();
  await show({ offline: false });
  await show({ offline: true });
  expect(release).toHaveBeenCalledTimes(1);
});

it("asks again when the page is seen again, and not while it is hidden", async () => {
  const show = moving();
  await show({ active: 1 });
  turn("hidden");
  await show({ active: 2 });
  expect(request).toHaveBeenCalledTimes(1);
  turn("visible");
  expect(request).toHaveBeenCalledTimes(2);
});

it("a refusal is not repeated at every step", async () => {
  request.mockRejectedValue(new DOMException("", "NotAllowedError"));
  const show = moving();
  await show({ active: 1 });
  await show({ active: 2 });
  await show({ active: 0 });
  expect(request).toHaveBeenCalledTimes(1);
});

it("a browser without wake locks uploads all the same", async () => {
  vi.stubGlobal("navigator", {});
  await moving()({ active: 1 });
});
