/** How uploads end: cancelled, in conflict, with a changed file, or confirmed by the API. */
import { describe, expect, it } from "vitest";
import { FakeWorld, fakeFile, INBOX, uploading } from "./testing/fakeWorld";
import { s3Error } from "./testing/fakeBucket";
import { reason } from "./testing/fakeApi";

const MB = 1_000_000;
const big = () => fakeFile("big.bin", 300 * MB);

describe("cancelling", () => {
  it.each([
    ["while its plan is on the way", 10],
    ["before its first part is sent", 60],
    ["while parts are moving", 1_200],
  ])("%s leaves nothing in the bucket", async (_name, ms) => {
    const { world, transfers, row } = uploading(big());
    await world.clock.advance(ms);
    transfers.cancel([row()?.id ?? "transfer-1"]);
    await world.clock.advance(5_000);
    expect(row()?.status).toBe("cancelled");
    expect(world.open).toBe(0);
    expect(world.api.count("abort")).toBe(1);
    expect(world.bucket.multiparts.size).toBe(0);
    expect(world.bucket.objects.size).toBe(0);
  });

  it("leaves nothing even when the row is cleared before its plan arrives", async () => {
    const { world, transfers } = uploading(big());
    await world.clock.advance(10);
    transfers.cancel(["transfer-1"]);
    transfers.clearFinished();
    await world.clock.advance(5_000);
    expect(world.bucket.multiparts.size).toBe(0);
    expect(transfers.getSnapshot().transfers).toEqual([]);
  });

  it("while the API completes the upload lets the completion win", async () => {
    const { world, transfers, row } = uploading(big());
    await world.clock.runUntil(() => world.api.count("complete") === 1);
    transfers.cancel([row()?.id ?? ""]);
    await world.finish(transfers);
    expect(row()?.status).toBe("done");
    expect(world.api.count("abort")).toBe(0);
  });

  it("is tried again until the API has aborted", async () => {
    const { world, transfers, row } = uploading(big());
    await world.clock.advance(1_000);
    world.api.fault = (call, count) => (call === "abort" && count < 4 ? "unreachable" : undefined);
    transfers.cancel([row()?.id ?? ""]);
    await world.clock.advance(60_000);
    expect(world.bucket.multiparts.size).toBe(0);
  });

  it("all of many files starts no further request", async () => {
    const files = Array.from({ length: 2_000 }, (_, i) => fakeFile(`${i}`, MB));
    const { world, transfers } = uploading(...files);
    await world.clock.advance(300);
    const asked = world.requests.length;
    const planned = world.api.count("plan");
    transfers.cancel(transfers.getSnapshot().transfers.map(({ id }) => id));
    await world.clock.advance(5_000);
    expect(world.requests).toHaveLength(asked);
    expect(world.api.count("plan")).toBe(planned);
    expect(transfers.getSnapshot().totals).toMatchObject({ waiting: 0, active: 0 });
  });
});

describe("a key that is taken", () => {
  async function conflicting() {
    const world = new FakeWorld();
    const transfers = world.transfers();
    const theirs = { nonce: "theirs", size: 99 };
    world.bucket.objects.set("inbox/a.txt", theirs);
    transfers.add(INBOX, [fakeFile("a.txt", 5)]);
    await world.finish(transfers);
    const [row] = transfers.getSnapshot().transfers;
    return { world, transfers, id: row?.id ?? "", status: row?.status, theirs };
  }

  it("is a conflict, and nothing is overwritten", async () => {
    const { world, status, theirs } = await conflicting();
    expect(status).toBe("conflict");
    expect(world.requests).toHaveLength(0);
    expect(world.bucket.objects.get("inbox/a.txt")).toBe(theirs);
  });

  it.each([
    ["replace", "done", { "inbox/a.txt": 5 }],
    ["keep-both", "done", { "inbox/a.txt": 99, "inbox/a (1).txt": 5 }],
    ["skip", "skipped", { "inbox/a.txt": 99 }],
  ] as const)("is resolved by %s", async (choice, status, sizes) => {
    const { world, transfers, id } = await conflicting();
    transfers.resolveConflicts([id], choice);
    await world.clock.advance(5_000);
    expect(transfers.getSnapshot().transfers[0]?.status).toBe(status);
    const held = [...world.bucket.objects].map(([key, { size }]) => [key, size]);
    expect(Object.fromEntries(held)).toEqual(sizes);
  });

  it("between plan and PUT is a conflict too", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 5));
    world.api.fault = () => {
      world.clock.after(55, () => world.bucket.objects.set("inbox/a", { nonce: "x", size: 1 }));
      return undefined;
    };
    await world.finish(transfers);
    expect(row()).toMatchObject({ status: "conflict", failure: { code: "conflict" } });
    expect(world.bucket.objects.get("inbox/a")?.nonce).toBe("x");
  });
});

describe("the API's confirmation", () => {
  it("that S3 lacks a part is a failure that says so", async () => {
    const { world, transfers, row } = uploading(big());
    await world.clock.runUntil(() => world.requests.length === 36);
    for (const { parts } of world.bucket.multiparts.values()) parts.delete(1);
    await world.finish(transfers);
    expect(row()?.failure?.code).toBe("upload_incomplete");
  });

  it("that never comes is a failure; trying again asks first and sends nothing twice", async () => {
    const { world, transfers, row } = uploading(big());
    world.api.fault = (call) => (call === "complete" ? "unreachable" : undefined);
    await world.finish(transfers);
    expect(row()?.failure?.code).toBe("api_unreachable");
    world.api.fault = () => undefined;
    transfers.retry([row()?.id ?? ""]);
    await world.clock.runUntil(() => row()?.status === "done");
    expect(world.requests).toHaveLength(36);
    expect(world.bucket.objects.size).toBe(1);
  });

  it("that never comes leaves no parts once the upload is cancelled", async () => {
    const { world, transfers } = uploading(big());
    world.api.fault = (call) => (call === "complete" ? "unreachable" : undefined);
    await world.finish(transfers);
    transfers.cancel(["transfer-1"]);
    await world.clock.advance(1_000);
    expect(world.bucket.multiparts.size).toBe(0);
  });

  it("is waited for before an upload is called done", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 5));
    world.api.fault = (call) => (call === "complete" ? reason("size_mismatch") : undefined);
    await world.clock.runUntil(() => row()?.status === "confirming");
    expect(row()?.movedBytes).toBe(5);
    await world.finish(transfers);
    expect(row()?.failure?.code).toBe("size_mismatch");
  });
});

describe("a file", () => {
  it("that turns out changed while parts are moving fails and leaves no parts", async () => {
    const { world, transfers, row } = uploading(big());
    await world.clock.advance(500);
    world.fileFailures.set("big.bin", reason("file_changed"));
    world.s3Fault = ({ part }) => (part === 9 ? { kind: "broken" } : undefined);
    await world.finish(transfers);
    expect(row()?.failure?.code).toBe("file_changed");
    await world.clock.advance(1_000);
    expect(world.bucket.multiparts.size).toBe(0);
    expect(world.bucket.objects.size).toBe(0);
  });

  it("that vanished is named, though S3 only sees a body that does not fit", async () => {
    const { world, transfers, row } = uploading(fakeFile("a", 10));
    world.fileFailures.set("a", reason("file_unreadable"));
    world.files.contentType = () => Promise.resolve("text/plain");
    world.s3Fault = () => s3Error(403, "SignatureDoesNotMatch");
    await world.finish(transfers);
    expect(row()?.failure?.code).toBe("file_unreadable");
  });

  it("that changed is noticed before the upload is completed", async () => {
    const { world, transfers, row } = uploading(big());
    await world.clock.advance(500);
    world.fileFailures.set("big.bin", reason("file_changed"));
    await world.finish(transfers);
    expect(row()?.failure?.code).toBe("file_changed");
    expect(world.api.count("complete")).toBe(0);
  });

  it("of a type that is not allowed is refused before anything is asked", async () => {
    const world = new FakeWorld();
    const transfers = world.transfers(["image/*"]);
    transfers.add(INBOX, [fakeFile("a.txt", 5, "text/plain"), fakeFile("b.png", 5, "image/png")]);
    await world.finish(transfers);
    const [text, image] = transfers.getSnapshot().transfers;
    expect(text?.failure).toMatchObject({
      code: "content_type_not_allowed",
      params: { name: "a.txt", contentType: "text/plain", allowed: ["image/*"] },
    });
    expect(image?.status).toBe("done");
  });

  it("with a name that S3 or a browser cannot carry is refused before anything is asked", async () => {
    const { world, transfers, row } = uploading(fakeFile("..", 5), fakeFile("가".repeat(400), 5));
    await world.finish(transfers);
    expect(row(0)?.failure).toMatchObject({ code: "name_invalid", params: { reason: "dots" } });
    expect(row(1)?.failure).toMatchObject({ code: "key_too_long", params: { bytes: 1_206 } });
    expect(world.api.calls).toEqual([]);
  });
});
