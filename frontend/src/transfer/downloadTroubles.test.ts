/** Downloads that meet trouble on the way: what is tried again, and what begins anew. */
import { describe, expect, it } from "vitest";
import { MiB, Page } from "./testing/downloading";
import { EXPIRED, s3Error } from "./testing/fakeBucket";

function downloading(sizes: Record<string, number> = { "big.bin": 100 * MiB }) {
  const page = new Page();
  page.download(sizes);
  return page;
}

describe("passing trouble of a download", () => {
  it.each([
    ["SlowDown", s3Error(503, "SlowDown")],
    ["InternalError", s3Error(500, "InternalError")],
    ["a gateway's 502", s3Error(502, "")],
    ["a broken line", { kind: "broken" } as const],
  ])("%s is tried again and the file arrives", async (_name, fault) => {
    const page = downloading({ "a.txt": 10, "big.bin": 100 * MiB });
    page.staging.fault = (_range, attempt) => (attempt < 3 ? fault : undefined);
    await page.finish();
    expect(page.folder.files.get("a.txt")).toBe(10);
    expect(page.folder.files.get("big.bin")).toBe(100 * MiB);
  });

  it("SlowDown halves the connections", async () => {
    const page = downloading({
      "1.bin": 20_000 * MiB,
      "2.bin": 20_000 * MiB,
      "3.bin": 20_000 * MiB,
    });
    let slow = false;
    page.staging.fault = () => (slow ? s3Error(503, "SlowDown") : undefined);
    await page.world.clock.advance(30_000);
    const before = page.staging.requests;
    slow = true;
    await page.world.clock.advance(4_000);
    slow = false;
    await page.world.clock.advance(2_000);
    expect(page.staging.requests).toBeGreaterThan(0);
    expect(page.staging.requests).toBeLessThanOrEqual(before / 2);
  });

  it("30 seconds without progress start the range again", async () => {
    const page = downloading({ "a.txt": 10 });
    page.staging.fault = (_range, attempt) => (attempt === 1 ? "silent" : undefined);
    await page.world.clock.advance(29_000);
    expect(page.staging.fetched).toHaveLength(1);
    await page.finish();
    expect(page.row("a.txt")?.status).toBe("done");
  });

  it("ends as a failure when it does not pass, and trying again fetches what is missing", async () => {
    const page = downloading();
    page.staging.fault = ({ from }) =>
      from === 32 * MiB ? s3Error(500, "InternalError") : undefined;
    await page.finish();
    expect(page.row("big.bin")).toMatchObject({
      status: "failed",
      failure: { code: "s3_error", params: { s3Code: "InternalError", key: "big.bin" } },
    });
    const asked = page.staging.fetched.length;
    page.staging.fault = () => undefined;
    page.transfers.retry(page.ids("big.bin"));
    await page.world.clock.runUntil(() => page.row("big.bin")?.status === "done");
    expect(page.staging.fetched.slice(asked).map(({ from }) => from)).toEqual([32 * MiB]);
    expect(page.folder.files.get("big.bin")).toBe(100 * MiB);
  });

  it("of the API is waited for while it plans", async () => {
    const page = new Page();
    page.store.refusal = () =>
      page.store.planned.length < 3
        ? { code: "aws_throttled", params: {}, requestId: null }
        : undefined;
    page.download({ "a.txt": 10 });
    await page.finish();
    expect(page.row("a.txt")?.status).toBe("done");
  });
});

describe("an expired URL of a download", () => {
  it("is planned again once, and ranges that came stay", async () => {
    const page = downloading();
    page.staging.fault = ({ from }, attempt) => (from > 0 && attempt === 1 ? EXPIRED : undefined);
    await page.finish();
    expect(page.row("big.bin")?.status).toBe("done");
    expect(page.store.planned).toEqual([1, 1]);
    expect(page.staging.fetched.filter(({ from }) => from === 0)).toHaveLength(1);
  });

  it("that is refused again at once is a failure", async () => {
    const page = downloading();
    page.staging.fault = () => EXPIRED;
    await page.finish();
    expect(page.row("big.bin")?.failure?.code).toBe("signature_expired");
  });

  it("is not used at all when it is about to expire", async () => {
    const page = new Page();
    page.store.urlLifeMs = 90_000;
    page.download({ "big.bin": 3_000 * MiB, "other.bin": 3_000 * MiB });
    await page.finish();
    expect(page.transfers.getSnapshot().totals.done).toBe(2);
    expect(page.store.planned.length).toBeGreaterThan(1);
    expect(page.staging.fetched).toHaveLength(2 * 188);
  });
});

describe("an object that changed meanwhile", () => {
  it("begins anew, says so, and what arrives is the new one", async () => {
    const page = downloading();
    await page.world.clock.runUntil(() => page.staging.fetched.length >= 4);
    page.store.put("big.bin", 50 * MiB, "second");
    await page.finish();
    expect(page.folder.files.get("big.bin")).toBe(50 * MiB);
    expect(page.row("big.bin")).toMatchObject({
      status: "done",
      size: 50 * MiB,
      movedBytes: 50 * MiB,
      download: { restarted: true },
    });
  });

  it("is noticed in a whole object by its ETag", async () => {
    const page = downloading({ "a.txt": 10 });
    const other = { kind: "answered", status: 200, etag: '"second"', body: "" } as const;
    page.staging.fault = (_range, attempt) => (attempt === 1 ? other : undefined);
    await page.finish();
    expect(page.row("a.txt")).toMatchObject({ status: "done", download: { restarted: true } });
  });

  it("again and again is a failure after three times", async () => {
    const page = downloading();
    page.staging.fault = () => s3Error(412, "PreconditionFailed");
    await page.finish();
    expect(page.row("big.bin")?.failure).toMatchObject({
      code: "object_changed",
      params: { key: "big.bin" },
    });
    expect(page.store.planned).toHaveLength(4);
    expect(page.staging.files.size).toBe(0);
  });

  it("is gone: the failure says so", async () => {
    const page = downloading();
    await page.world.clock.runUntil(() => page.staging.fetched.length >= 4);
    page.store.objects.clear();
    await page.finish();
    expect(page.row("big.bin")?.failure?.code).toBe("not_found");
  });
});

describe("bytes that differ from what S3 has", () => {
  it("never reach the folder, and trying again begins from nothing", async () => {
    const page = downloading();
    page.staging.verification = () => ({ kind: "mismatched", algorithm: "CRC64NVME" });
    await page.finish();
    expect(page.row("big.bin")?.failure).toMatchObject({
      code: "checksum_mismatch",
      params: { key: "big.bin", algorithm: "CRC64NVME" },
    });
    expect(page.folder.files.size).toBe(0);
    expect(page.staging.files.size).toBe(0);
    page.staging.verification = () => undefined;
    page.transfers.retry(page.ids("big.bin"));
    await page.world.clock.runUntil(() => page.row("big.bin")?.status === "done");
    expect(page.staging.fetched).toHaveLength(14);
  });
});
