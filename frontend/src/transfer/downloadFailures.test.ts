/** Downloads that cannot go on: with which words they end, and what is kept. */
import { describe, expect, it } from "vitest";
import { failure } from "./core/failure";
import { MiB, Page } from "./testing/downloading";
import { s3Error } from "./testing/fakeBucket";

function downloading(sizes: Record<string, number> = { "big.bin": 100 * MiB }) {
  const page = new Page();
  page.download(sizes);
  return page;
}

describe("a refused download", () => {
  const archived = {
    code: "object_archived",
    params: { key: "a.txt", storageClass: "GLACIER", restore: "ongoing" },
    requestId: "r1",
  };

  it("by the API's plan says what the API says, and the others go on", async () => {
    const page = new Page();
    page.store.refusal = (key) => (key === "a.txt" ? archived : undefined);
    page.download({ "a.txt": 1, "b.txt": 1 });
    await page.finish();
    expect(page.row("a.txt")?.failure).toMatchObject(archived);
    expect(page.row("b.txt")?.status).toBe("done");
    expect(page.journal.entries.size).toBe(0);
  });

  it.each([
    ["get_denied", s3Error(403, "AccessDenied", "Access Denied")],
    ["kms_denied", s3Error(403, "AccessDenied", "not authorized to perform: kms:Decrypt on")],
    ["object_archived", s3Error(403, "InvalidObjectState")],
    ["clock_skewed", s3Error(403, "RequestTimeTooSkewed")],
    ["s3_error", s3Error(403, "InvalidRequest")],
  ])("by S3 is told as %s", async (code, answer) => {
    const page = downloading({ "a.txt": 10 });
    page.staging.fault = () => answer;
    await page.finish();
    expect(page.row("a.txt")?.failure?.code).toBe(code);
    expect(page.row("a.txt")?.failure?.params).toMatchObject({ key: "a.txt" });
  });

  it("for expired credentials keeps its ranges until there are new ones", async () => {
    const page = downloading();
    let expired = false;
    page.staging.fault = () => (expired ? s3Error(403, "ExpiredToken") : undefined);
    await page.world.clock.runUntil(() => (page.row("big.bin")?.movedBytes ?? 0) > 20 * MiB);
    expired = true;
    await page.finish();
    expect(page.row("big.bin")).toMatchObject({ status: "paused", pausedFor: "credentials" });
    expired = false;
    page.transfers.credentialsRenewed();
    await page.world.clock.runUntil(() => page.row("big.bin")?.status === "done");
    expect(page.staging.fetched.filter(({ from }) => from === 0)).toHaveLength(1);
  });

  it("for expired credentials pauses all of them, and only what a person paused stays so", async () => {
    const page = new Page();
    let told = 0;
    page.transfers.onCredentialsExpired(() => (told += 1));
    page.store.put("tree/c.txt", 1);
    page.download({ "mine.bin": 200 * MiB });
    await page.world.clock.advance(200);
    page.transfers.pause(page.ids("mine.bin"));
    page.store.fault = (call) => {
      const expired = { failure: failure("credentials_expired"), retry: false };
      return call === "list" ? expired : undefined;
    };
    page.download({ "a.bin": 200 * MiB, "b.bin": 200 * MiB }, { prefixes: ["tree/"] });
    await page.finish();
    const rows = page.transfers.getSnapshot().transfers;
    expect(Object.fromEntries(rows.map(({ name, pausedFor }) => [name, pausedFor]))).toEqual({
      "a.bin": "credentials",
      "b.bin": "credentials",
      "mine.bin": "person",
      "tree/": "credentials",
    });
    expect(told).toBeGreaterThan(0);
    page.store.fault = () => undefined;
    page.transfers.credentialsRenewed();
    await page.world.clock.runUntil(() => page.transfers.getSnapshot().totals.done === 3);
    expect(page.row("mine.bin")?.status).toBe("paused");
  });

  it("by the bucket's CORS rules is found out once for all of them", async () => {
    const page = downloading({ "a.txt": 10, "b.txt": 10 });
    page.world.diagnosis = { kind: "blocked", problems: ["origin_not_allowed"] };
    page.staging.fault = () => ({ kind: "broken" });
    await page.finish();
    expect(page.row("a.txt")?.failure?.code).toBe("cors_blocked");
    expect(page.row("b.txt")?.failure?.code).toBe("cors_blocked");
    expect(page.world.diagnosed).toEqual(["demo"]);
  });

  it("by CORS rules fails none whose bytes have all come", async () => {
    const page = downloading({ "empty.txt": 0, "a.txt": 10 });
    page.world.diagnosis = { kind: "blocked", problems: ["origin_not_allowed"] };
    page.staging.fault = () => ({ kind: "broken" });
    let compared = () => {};
    page.staging.verify = async () => {
      await new Promise<void>((done) => {
        compared = done;
      });
      return { kind: "matched", algorithm: null };
    };
    await page.world.clock.runUntil(() => page.row("a.txt")?.status === "failed");
    compared();
    await page.finish();
    expect(page.row("empty.txt")?.status).toBe("done");
  });

  it("can be cancelled: nothing is kept of it, and its row can be cleared", async () => {
    const page = downloading();
    page.staging.fault = ({ from }) =>
      from > 0 ? s3Error(403, "AccessDenied", "Access Denied") : undefined;
    await page.finish();
    expect(page.row("big.bin")?.status).toBe("failed");
    page.transfers.cancel(page.ids("big.bin"));
    await page.world.clock.advance(1_000);
    expect(page.row("big.bin")?.status).toBe("cancelled");
    expect(page.staging.files.size + page.journal.entries.size).toBe(0);
    page.transfers.clearFinished();
    await page.world.clock.advance(1_000);
    expect(page.transfers.getSnapshot().transfers).toEqual([]);
  });
});

describe("a full disk", () => {
  const full = { code: "disk_full", params: { size: 5 }, requestId: null };

  it("while ranges come stops that file alone and keeps what it has", async () => {
    const page = downloading({ "big.bin": 100 * MiB, "other.bin": 100 * MiB, "a.txt": 10 });
    page.staging.fault = ({ key, from }) =>
      key === "big.bin" && from === 64 * MiB ? { kind: "unstored", failure: full } : undefined;
    await page.finish();
    expect(page.row("big.bin")).toMatchObject({
      status: "failed",
      failure: { code: "disk_full", params: { size: 5, path: "big.bin" } },
    });
    expect(page.row("other.bin")?.status).toBe("done");
    expect(page.row("a.txt")?.status).toBe("done");
    expect(page.staging.files.size).toBe(1);
    page.staging.fault = () => undefined;
    page.transfers.retry(page.ids("big.bin"));
    await page.world.clock.runUntil(() => page.row("big.bin")?.status === "done");
    expect(
      page.staging.fetched.filter(({ key, from }) => key === "big.bin" && from === 0),
    ).toHaveLength(1);
  });

  it("while it is saved keeps the verified bytes: trying again fetches nothing", async () => {
    const page = downloading();
    page.folder.failure = () => full;
    await page.finish();
    expect(page.row("big.bin")?.failure?.code).toBe("disk_full");
    const asked = page.staging.fetched.length;
    page.folder.failure = () => undefined;
    page.transfers.retry(page.ids("big.bin"));
    await page.world.clock.runUntil(() => page.row("big.bin")?.status === "done");
    expect(page.staging.fetched).toHaveLength(asked);
  });

  it("and an object that changes before there is room: the new one arrives", async () => {
    const page = downloading();
    page.folder.failure = () => full;
    await page.finish();
    page.store.put("big.bin", 20 * MiB, "second");
    page.folder.failure = () => undefined;
    page.transfers.retry(page.ids("big.bin"));
    await page.finish();
    expect(page.folder.files.get("big.bin")).toBe(20 * MiB);
    expect(page.row("big.bin")?.download?.restarted).toBe(true);
  });

  it("at the beginning leaves nothing behind", async () => {
    const page = new Page();
    page.staging.openFailure = full;
    page.download({ "big.bin": 100 * MiB });
    await page.finish();
    expect(page.row("big.bin")?.failure?.code).toBe("disk_full");
    expect(page.journal.entries.size).toBe(0);
  });
});

describe("without a network", () => {
  it("a download waits, says why, spends no attempt, and goes on when there is one", async () => {
    const page = downloading({ "big.bin": 500 * MiB });
    await page.world.clock.advance(3_000);
    page.world.setOnline(false);
    page.staging.fault = () => ({ kind: "broken" });
    await page.world.clock.advance(3_600_000);
    expect(page.row("big.bin")).toMatchObject({
      status: "downloading",
      failure: { code: "offline" },
    });
    const asked = page.staging.fetched.length;
    await page.world.clock.advance(3_600_000);
    expect(page.staging.fetched).toHaveLength(asked);
    page.staging.fault = () => undefined;
    page.world.setOnline(true);
    await page.finish();
    expect(page.row("big.bin")).toMatchObject({ status: "done", failure: null });
  });
});
