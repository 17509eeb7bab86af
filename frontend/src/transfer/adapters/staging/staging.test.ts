/** The worker's side of staging, with a disk in memory and a mock S3. */
import { createHash, randomBytes } from "node:crypto";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, it, vi } from "vitest";
import type { RemoteObject } from "../../downloads/ports";
import { server } from "@/testing/server";
import { MemoryFile } from "./memoryFile";
import type { Room } from "./room";
import { Staging } from "./staging";
import { diskFull } from "./stagingFailure";

const URL = "https://s3.test/object";
const content = randomBytes(3_000_000);
const object: RemoteObject = {
  size: content.length,
  etag: createHash("md5").update(content).digest("hex"),
  checksum: null,
  md5PartSize: content.length,
};

let stored: Uint8Array<ArrayBuffer>;
let room: Room;
const free = vi.fn<Room["free"]>(() => Promise.resolve());
let staging: Staging;

beforeEach(() => {
  stored = new Uint8Array(object.size);
  room = {
    open: () => Promise.resolve({ file: new MemoryFile(stored), kept: false }),
    free,
    keepOnly: () => Promise.resolve(),
  };
  staging = new Staging(room, () => Promise.resolve());
  server.use(
    http.get(URL, ({ request }) => {
      const range = /bytes=(\d+)-(\d+)/.exec(request.headers.get("range") ?? "");
      const bytes = content.subarray(Number(range?.[1]), Number(range?.[2]) + 1);
      return new HttpResponse(bytes, {
        status: 206,
        headers: { "content-length": `${bytes.length}` },
      });
    }),
  );
});

function fetchRange(from: number, to: number) {
  const headers = { range: `bytes=${from}-${to - 1}` };
  const order = { id: "d", url: URL, headers, from, to };
  return staging.fetch(order, new AbortController(), () => undefined);
}

it("ranges in any order make the object, which is what S3 says", async () => {
  expect(await staging.open("d", object)).toBe("empty");
  await fetchRange(2_000_000, 3_000_000);
  await fetchRange(0, 1_000_000);
  await fetchRange(1_000_000, 2_000_000);
  expect(await staging.verify("d")).toEqual({
    kind: "matched",
    algorithm: "MD5",
  });
  expect(Buffer.from(stored).equals(content)).toBe(true);
});

it("what was stored before this worker is read back at the end", async () => {
  stored.set(content.subarray(0, 2_000_000));
  await staging.open("d", object);
  await fetchRange(2_000_000, 3_000_000);
  expect(await staging.verify("d")).toEqual({ kind: "matched", algorithm: "MD5" });
});

it("a byte that went wrong on the disk is found out", async () => {
  await staging.open("d", object);
  await fetchRange(2_000_000, 3_000_000);
  stored[2_500_000] = (stored[2_500_000] ?? 0) ^ 1;
  await fetchRange(0, 2_000_000);
  expect(await staging.verify("d")).toMatchObject({ kind: "mismatched" });
});

it("a disk that is full ends the range and says how much has to find room", async () => {
  const file = new MemoryFile(stored);
  file.write = () => {
    throw diskFull();
  };
  room.open = () => Promise.resolve({ file, kept: false });
  await staging.open("d", object);
  expect(await fetchRange(0, 1_000_000)).toMatchObject({
    kind: "unstored",
    failure: { code: "disk_full", params: { size: object.size } },
  });
});

it.each([
  ["is compared does not wait for the disk", object, 0],
  [
    "nothing can be compared with is on the disk before it counts",
    { ...object, md5PartSize: null },
    1,
  ],
] as const)("a range of what %s", async (_what, planned, flushes) => {
  const file = new MemoryFile(stored);
  const flush = vi.spyOn(file, "flush");
  room.open = () => Promise.resolve({ file, kept: false });
  await staging.open("d", planned);
  expect(await fetchRange(0, 1_000_000)).toMatchObject({ status: 206 });
  expect(flush).toHaveBeenCalledTimes(flushes);
});

it("a window without a file system is a failure of its own", async () => {
  room.open = () => Promise.reject(new DOMException("", "SecurityError"));
  expect(await staging.open("d", object)).toMatchObject({ code: "staging_unavailable" });
});

it("an answer that breaks off is broken, and one of another size a changed object", async () => {
  await staging.open("d", object);
  server.use(http.get(URL, () => HttpResponse.error()));
  expect(await fetchRange(0, 1000)).toEqual({ kind: "broken" });
  const other = new HttpResponse("short", { headers: { "content-length": "5" } });
  server.use(http.get(URL, () => other));
  expect(await fetchRange(0, 1000)).toMatchObject({ kind: "answered", status: 412 });
});

it("S3's refusal comes back with its words", async () => {
  await staging.open("d", object);
  const body = "<Error><Code>SlowDown</Code></Error>";
  server.use(http.get(URL, () => new HttpResponse(body, { status: 503 })));
  expect(await fetchRange(0, 1000)).toMatchObject({ kind: "answered", status: 503, body });
});

it("what was discarded takes no more bytes", async () => {
  await staging.open("d", object);
  const late = fetchRange(0, 1_000_000);
  await staging.discard("d");
  expect(await late).toMatchObject({ kind: "unstored" });
  expect(stored.every((byte) => byte === 0)).toBe(true);
  expect(free).toHaveBeenCalledWith("d");
});

it("what an earlier worker had open has to be opened again", async () => {
  expect(await fetchRange(0, 1000)).toMatchObject({ failure: { code: "worker_stopped" } });
});
