/** What is handed to Firebase's SDK, which hands it to gtag.js. */
import * as sdk from "firebase/analytics";
import { beforeEach, expect, test, vi } from "vitest";
import { firebaseAnalytics } from "./firebaseAnalytics";

vi.mock("firebase/analytics", () => ({
  initializeAnalytics: vi.fn(() => "analytics"),
  isSupported: vi.fn(() => Promise.resolve(true)),
  logEvent: vi.fn(),
  setAnalyticsCollectionEnabled: vi.fn(),
  setConsent: vi.fn(),
  setDefaultEventParameters: vi.fn(),
}));

const config = { projectId: "demo", appId: "1:1:web:1", apiKey: "k", measurementId: "G-DEMO" };
const home = `${location.origin}/`;
const masked = { page_location: home, page_title: "S3 Loader", page_referrer: home };

beforeEach(() => {
  vi.clearAllMocks();
  history.replaceState(null, "", "/b/demo?prefix=canary/");
  document.title = "demo/canary/ · S3 Loader";
});

test("the page's address, title and referrer are masked for every event, also for gtag's own", async () => {
  const port = await firebaseAnalytics(config, () => true);
  port?.log("upload_complete", { bucket: "demo", count: 2 });
  expect(vi.mocked(sdk.setDefaultEventParameters).mock.calls).toEqual([[masked]]);
  expect(vi.mocked(sdk.initializeAnalytics).mock.calls[0]?.[1]).toMatchObject({
    config: {
      ...masked,
      send_page_view: false,
      allow_google_signals: false,
      allow_ad_personalization_signals: false,
    },
  });
  expect(vi.mocked(sdk.logEvent).mock.calls).toEqual([
    ["analytics", "upload_complete", { bucket: "demo", count: 2, ...masked }],
  ]);
});

test("advertising is denied before anything starts", async () => {
  await firebaseAnalytics(config, () => true);
  expect(vi.mocked(sdk.setConsent).mock.calls).toEqual([
    [
      {
        ad_storage: "denied",
        ad_user_data: "denied",
        ad_personalization: "denied",
        analytics_storage: "granted",
      },
    ],
  ]);
  const order = (mock: { mock: { invocationCallOrder: number[] } }) =>
    mock.mock.invocationCallOrder[0] ?? 0;
  expect(order(vi.mocked(sdk.setConsent))).toBeLessThan(order(vi.mocked(sdk.initializeAnalytics)));
});

test("turned off, Google's switch is set at once, and for the property that the SDK found", async () => {
  const port = await firebaseAnalytics(config, () => true);
  port?.setEnabled(false);
  expect(Reflect.get(globalThis, "ga-disable-G-DEMO")).toBe(true);
  expect(sdk.setAnalyticsCollectionEnabled).toHaveBeenLastCalledWith("analytics", false);
  port?.setEnabled(true);
  expect(Reflect.get(globalThis, "ga-disable-G-DEMO")).toBe(false);
});

test("nothing starts in a browser without what it needs, or once consent has gone", async () => {
  expect(await firebaseAnalytics(config, () => false)).toBeNull();
  vi.mocked(sdk.isSupported).mockResolvedValueOnce(false);
  expect(await firebaseAnalytics(config, () => true)).toBeNull();
  expect(sdk.initializeAnalytics).not.toHaveBeenCalled();
});
