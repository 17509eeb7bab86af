/** Who hears of what a person does, and in whose name. */
import { waitFor } from "@testing-library/react";
import { HttpResponse } from "msw";
import { beforeEach, expect, test, vi } from "vitest";
import { createApi } from "@/api/client";
import { createConsentStore } from "@/features/activity/analytics/consent";
import { fakeTransfers } from "@/testing/fakeTransfers";
import { config, on } from "@/testing/handlers";
import { server } from "@/testing/server";
import { Activity } from "./activity";

const announcing = { ...config, announces: true };
const measured = { ...config, firebase: { measurementId: "G-DEMO" } };

const told = vi.hoisted(() => [] as unknown[]);
const start = vi.hoisted(() => vi.fn());
vi.mock("@/features/activity/analytics/startAnalytics", () => ({ startAnalytics: start }));

/** Bearer and report of each, as the API got them. */
let reported: unknown[];

beforeEach(() => {
  reported = [];
  told.length = 0;
  start.mockReset();
  start.mockResolvedValue({
    hear: (deed: unknown) => told.push(deed),
    setEnabled: (isEnabled: boolean) => told.push(isEnabled),
  });
  server.use(
    on("post", "/api/activity", async ({ request }) => {
      const { reports } = (await request.json()) as { reports: object[] };
      const bearer = request.headers.get("authorization");
      reported.push(...reports.map((report) => ({ bearer, ...report })));
      return HttpResponse.json({ notified: reports.map(() => true) });
    }),
  );
});

const make = () => new Activity(createConsentStore(localStorage, {}, new EventTarget()));

const apiOf = (token: string) => createApi({ token: () => token });

const download = { direction: "download", bucket: "demo", key: "a/b.txt", size: 7 } as const;
const upload = { ...download, direction: "upload" } as const;

/** As a person does who leaves the page: what waits is sent. */
async function leave(): Promise<void> {
  await vi.dynamicImportSettled();
  await vi.waitFor(() => {
    dispatchEvent(new Event("pagehide"));
    if (reported.length === 0) throw new Error("nothing yet");
  });
}

test("what happens under two accounts is reported with the bearer of each", async () => {
  const activity = make();
  const [one, other] = [fakeTransfers(), fakeTransfers()];
  activity.watch(one, apiOf("one"), announcing);
  activity.watch(other, apiOf("other"), announcing);
  activity.bucketOpened(one, "demo");
  other.end({ ...download, failure: null });
  await leave();
  await waitFor(() => {
    expect(reported).toHaveLength(2);
  });
  expect(reported).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ bearer: "Bearer one", kind: "bucket.opened", bucket: "demo" }),
      expect.objectContaining({ bearer: "Bearer other", kind: "download.completed", size: 7 }),
    ]),
  );
});

test("a bucket is opened once a visit: paths, pages beside it and the way back are the same one", async () => {
  localStorage.setItem("s3loader.analytics", "agreed");
  const activity = make();
  const transfers = fakeTransfers();
  activity.watch(transfers, apiOf("one"), measured);
  for (const bucket of ["demo", "demo", "other", "demo"]) activity.bucketOpened(transfers, bucket);
  await waitFor(() => {
    expect(told).toEqual(
      ["demo", "other", "demo"].map((bucket) => ({ kind: "bucket-opened", bucket })),
    );
  });
});

test("analytics hear what ended well, and nothing of keys", async () => {
  localStorage.setItem("s3loader.analytics", "agreed");
  const activity = make();
  const transfers = fakeTransfers();
  activity.watch(transfers, apiOf("one"), measured);
  transfers.end({ ...upload, failure: null });
  transfers.end({ ...download, failure: null });
  transfers.end({ ...download, failure: "disk_full" });
  activity.deleted("demo", 3);
  await waitFor(() => {
    expect(told).toEqual([
      { kind: "uploaded", bucket: "demo" },
      { kind: "downloaded", bucket: "demo", size: 7 },
      { kind: "deleted", bucket: "demo", count: 3 },
    ]);
  });
});

test("a server without a topic gets no report, and one without a property starts no analytics", async () => {
  localStorage.setItem("s3loader.analytics", "agreed");
  const activity = make();
  const transfers = fakeTransfers();
  activity.watch(transfers, apiOf("one"), config);
  activity.bucketOpened(transfers, "demo");
  transfers.end({ ...download, failure: null });
  await vi.dynamicImportSettled();
  dispatchEvent(new Event("pagehide"));
  await vi.dynamicImportSettled();
  expect([reported, told, start.mock.calls]).toEqual([[], [], []]);
});

test("withdrawn consent removes the cookies of Google Analytics and leaves others", async () => {
  localStorage.setItem("s3loader.analytics", "agreed");
  for (const cookie of ["_ga=1", "_ga_DEMO=2", "mine=3"]) document.cookie = `${cookie}; path=/`;
  const activity = make();
  activity.watch(fakeTransfers(), apiOf("one"), measured);
  activity.consent.set("declined");
  await waitFor(() => {
    expect(document.cookie).toBe("mine=3");
  });
});
