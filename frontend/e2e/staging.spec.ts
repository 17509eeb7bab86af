/** Staging, folder and journal of downloads in a real browser, without the interface. */
import { expect } from "@playwright/test";
import { createCRC64 } from "hash-wasm";
import { createHash } from "node:crypto";
import type { RemoteObject } from "../src/transfer/downloads/ports";
import {
  digest,
  fetchRange,
  ID,
  names,
  open,
  pickPrivateFolder,
  RANGE,
  save,
  verify,
  visit,
} from "./support/staging/driver";
import type { StagingPage } from "./support/staging/page";
import {
  etagOfParts,
  MIB,
  sha256,
  startServer,
  type StagingServer,
} from "./support/staging/server";
import { test } from "./support/test";

declare const window: Window & StagingPage;

const SIZE = 40 * MIB + 123;
const SMALL = 3 * MIB;

let server: StagingServer;
let object: RemoteObject;

test.beforeAll(async () => {
  server = await startServer(SIZE);
  const etag = etagOfParts(server.object, 5 * MIB);
  object = { size: SIZE, etag, checksum: null, md5PartSize: 5 * MIB };
});

test.afterAll(() => server.stop());

test.beforeEach(async ({ page }) => {
  server.asked.length = 0;
  await pickPrivateFolder(page);
  await visit(page, server.page);
  await page.evaluate(() => window.localFolder.choose());
});

test("ranges that come out of order are the object, and are moved into the folder", async ({
  page,
}) => {
  expect(await open(page, object)).toBe("empty");
  await Promise.all([2, 0, 1].map((number) => fetchRange(page, SIZE, number)));
  expect(await verify(page)).toEqual({ kind: "matched", algorithm: "MD5" });
  expect(await save(page, ["a", "b", "object.bin"])).toBeNull();
  expect(await names(page, "staging")).toEqual([]);
  expect(await digest(page, ["picked", "a", "b", "object.bin"])).toBe(sha256(server.object));
});

test("a file on disk is copied where it cannot be moved", async ({ page }) => {
  await page.evaluate(() => {
    // As for any folder of the person's own.
    FileSystemDirectoryHandle.prototype.resolve = () => Promise.resolve(null);
  });
  await open(page, object);
  await Promise.all([0, 1, 2].map((number) => fetchRange(page, SIZE, number)));
  await verify(page);
  expect(await save(page, ["copy.bin"])).toBeNull();
  expect(await digest(page, ["picked", "copy.bin"])).toBe(sha256(server.object));
});

test("a small object needs no file until it is saved", async ({ page }) => {
  const bytes = server.object.subarray(0, SMALL);
  await page.route("**/object", (route) => route.fulfill({ body: bytes }));
  const md5 = createHash("md5").update(bytes).digest("hex");
  await open(page, { size: SMALL, etag: md5, checksum: null, md5PartSize: SMALL });
  expect(await fetchRange(page, SMALL, "all")).toMatchObject({ kind: "answered", status: 200 });
  expect(await verify(page)).toEqual({ kind: "matched", algorithm: "MD5" });
  expect(await names(page, "staging")).toEqual([]);
  expect(await save(page, ["small.bin"])).toBeNull();
  expect(await digest(page, ["picked", "small.bin"])).toBe(sha256(bytes));
});

test("after a reload only what was not stored is fetched", async ({ page }) => {
  await open(page, object);
  await fetchRange(page, SIZE, 1);
  await fetchRange(page, SIZE, 0);
  await visit(page, server.page);
  expect(await open(page, object)).toBe("kept");
  await fetchRange(page, SIZE, 2);
  expect(await verify(page)).toEqual({ kind: "matched", algorithm: "MD5" });
  expect(server.asked).toHaveLength(3);
});

test("a byte that is not S3's is found out, and nothing is left after discarding", async ({
  page,
}) => {
  await open(page, object);
  await Promise.all([0, 1].map((number) => fetchRange(page, SIZE, number)));
  const last = Buffer.from(server.object.subarray(2 * RANGE));
  last.writeUInt8(last.readUInt8(0) ^ 1);
  await page.route("**/object", (route) => route.fulfill({ status: 206, body: last }));
  expect(await fetchRange(page, SIZE, 2)).toMatchObject({ kind: "answered", status: 206 });
  expect(await verify(page)).toEqual({ kind: "mismatched", algorithm: "MD5" });
  expect(await names(page, "staging")).toEqual([`${ID}.part`]);
  await page.evaluate((id) => window.downloads.staging.discard(id), ID);
  expect(await names(page, "staging")).toEqual([]);
});

test("CRC64NVME is what is compared where S3 gives it", async ({ page }) => {
  const checksum = { algorithm: "CRC64NVME", value: await crc64nvme(server.object) };
  await open(page, { ...object, checksum });
  await Promise.all([0, 1, 2].map((number) => fetchRange(page, SIZE, number)));
  expect(await verify(page)).toEqual({ kind: "matched", algorithm: "CRC64NVME" });
});

test("a disk without room says how much is needed before anything is fetched", async ({ page }) => {
  const devtools = await page.context().newCDPSession(page);
  const { origin } = server;
  await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 10 * MIB });
  expect(await open(page, object)).toMatchObject({ code: "disk_full", params: { size: SIZE } });
  expect(await names(page, "staging")).toEqual([]);
});

test("a worker that cannot be loaded is a failure, and the next one works", async ({ page }) => {
  await page.route("**/worker-*.js", (route) => route.abort());
  expect(await open(page, object)).toMatchObject({ code: "worker_stopped" });
  await page.unroute("**/worker-*.js");
  expect(await open(page, object)).toBe("empty");
});

test("what S3 refuses is told in its own words", async ({ page }) => {
  await open(page, object);
  const refusal = "<Error><Code>AccessDenied</Code></Error>";
  await page.route("**/object", (route) => route.fulfill({ status: 403, body: refusal }));
  expect(await fetchRange(page, SIZE, 0)).toMatchObject({ status: 403, body: refusal });
});

test("an object of another size than was planned is a changed one", async ({ page }) => {
  await open(page, { size: SMALL, etag: "e", checksum: null, md5PartSize: null });
  expect(await fetchRange(page, SMALL, "all")).toMatchObject({ kind: "answered", status: 412 });
});

test("staged files of another page stay while it lives", async ({ page, context }) => {
  await open(page, object);
  await page.evaluate(() => window.downloads.journal.write([]));
  const other = await context.newPage();
  await visit(other, server.page);
  const freeAll = () => window.downloads.staging.keepOnly(new Set());
  await other.evaluate(freeAll);
  expect(await names(other, "staging")).toEqual([`${ID}.part`]);
  await page.close();
  await expect.poll(() => other.evaluate(freeAll).then(() => names(other, "staging"))).toEqual([]);
});

test("an empty file that a page left while it saved does not hold the name", async ({
  page,
  context,
}) => {
  await open(page, { size: 0, etag: "e", checksum: null, md5PartSize: null });
  await verify(page);
  const closing = page.evaluate((id) => {
    const closed = new Promise<void>((close) => {
      FileSystemWritableFileStream.prototype.close = () => {
        close();
        return new Promise(() => undefined);
      };
    });
    const { signal } = new AbortController();
    void window.downloads.folder.save(["new.bin"], id, { replace: false, signal });
    return closed;
  }, ID);
  await closing;
  const other = await context.newPage();
  await pickPrivateFolder(other);
  await visit(other, server.page);
  const isTaken = () => window.downloads.folder.has(["new.bin"]);
  expect(await other.evaluate(isTaken)).toBe(true);
  await page.close();
  await expect.poll(() => other.evaluate(isTaken)).toBe(false);
});

async function crc64nvme(bytes: Buffer): Promise<string> {
  const hash = (await createCRC64("9a6c9329ac4bc9b5")).update(bytes);
  return Buffer.from(hash.digest("binary")).toString("base64");
}
