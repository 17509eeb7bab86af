/** When analytics run. */
import { beforeEach, expect, test, vi } from "vitest";
import { settled } from "@/transfer/testing/fakeClock";
import type { Deed } from "../deed";
import { AnalyticsSwitch, type AnalyticsSwitchOptions } from "./analyticsSwitch";
import { createConsentStore, type ConsentStore } from "./consent";

const opened: Deed = { kind: "bucket-opened", bucket: "demo" };

let consent: ConsentStore;
const analytics = { hear: vi.fn(), setEnabled: vi.fn() };
const start = vi.fn<AnalyticsSwitchOptions["start"]>();
const forget = vi.fn(() => Promise.resolve());

beforeEach(() => {
  vi.clearAllMocks();
  start.mockImplementation(() => Promise.resolve(analytics));
  consent = createConsentStore(localStorage, {}, new EventTarget());
});

const make = () => new AnalyticsSwitch({ consent, start, forget });

test("nothing is loaded before a person has agreed, and what happened before is never told", async () => {
  const tracked = make();
  tracked.hear(opened);
  await settled();
  expect(start).not.toHaveBeenCalled();
  consent.set("agreed");
  await settled();
  expect(analytics.hear).not.toHaveBeenCalled();
  tracked.hear(opened);
  await settled();
  expect(analytics.hear.mock.calls).toEqual([[opened]]);
});

test("they are started once, and nothing that happens meanwhile is lost", async () => {
  consent.set("agreed");
  const tracked = make();
  tracked.hear(opened);
  tracked.hear(opened);
  await settled();
  expect(start).toHaveBeenCalledOnce();
  expect(analytics.hear).toHaveBeenCalledTimes(2);
});

test("withdrawn consent turns them off, silences them and removes what they kept", async () => {
  consent.set("agreed");
  const tracked = make();
  tracked.hear(opened);
  await settled();
  consent.set("declined");
  tracked.hear(opened);
  await settled();
  expect(analytics.setEnabled.mock.calls).toEqual([[false]]);
  expect(analytics.hear).toHaveBeenCalledOnce();
  expect(forget).toHaveBeenCalledOnce();
});

test("consent that goes while they start tells nothing, and may come back", async () => {
  consent.set("agreed");
  const tracked = make();
  start.mockImplementationOnce(async (isAgreed) => {
    await settled();
    return isAgreed() ? analytics : null;
  });
  tracked.hear(opened);
  consent.set("declined");
  await settled();
  await settled();
  expect(analytics.hear).not.toHaveBeenCalled();
  consent.set("agreed");
  tracked.hear(opened);
  await settled();
  expect(analytics.hear).toHaveBeenCalledOnce();
});

test("what happened before consent went is not told by analytics that are only there afterwards", async () => {
  consent.set("agreed");
  const tracked = make();
  tracked.hear(opened);
  consent.set("declined");
  await settled();
  expect(analytics.hear).not.toHaveBeenCalled();
  expect(analytics.setEnabled.mock.calls).toEqual([[false]]);
});

test("a blocker that breaks them is asked once a page, and nobody hears of it", async () => {
  consent.set("agreed");
  const tracked = make();
  start.mockRejectedValue(new TypeError("Failed to fetch dynamically imported module"));
  tracked.hear(opened);
  await settled();
  tracked.hear(opened);
  consent.set("declined");
  await settled();
  expect(start).toHaveBeenCalledOnce();
});
