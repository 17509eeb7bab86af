/** What is remembered of uploads, and which page works at them. */
import "fake-indexeddb/auto";
import { openDB } from "idb";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { NotedPart, RememberedUpload } from "../../ports";
import { FakeLocks } from "../../testing/fakeLocks";

const owner = "arn:aws:iam::123456789012:user/lee";
const plan = {
  kind: "multipart",
  key: "in/a",
  nonce: "n",
  uploadId: "u",
  partSize: 8,
  partCount: 9,
  etagIsMd5: true,
} as const;

function part(etag: string): NotedPart {
  return { etag, matched: true, crc64nvme: "AAAAAAAAAAA=" };
}

function upload(id: string, given: Partial<RememberedUpload> = {}): RememberedUpload {
  const file = { name: id, size: 70, lastModified: 1, handle: null };
  const place = { owner, bucket: "b", prefix: "in/", onConflict: "refuse" } as const;
  return { id, ...file, ...place, paused: false, kept: null, ...given };
}

function multipart(id: string, parts: readonly [number, NotedPart][] = []): RememberedUpload {
  return upload(id, { kept: { plan, parts: new Map(parts) } });
}

let browser: FakeLocks;

/** A page of the browser: modules of its own, and what ends it. */
async function newPage() {
  vi.resetModules();
  const { locks, end } = browser.page();
  vi.stubGlobal("navigator", { locks });
  const { browserUploadJournal: journal } = await import("./journal");
  const { database } = await import("../database");
  const { hasUnfinished } = await import("../unfinishedFlag");
  await journal.write([]);
  return { journal, end, database, isFlagged: () => hasUnfinished("uploads") };
}

beforeEach(() => {
  browser = new FakeLocks();
  indexedDB = new IDBFactory();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it("a later page takes over what one that is gone has left, with the parts that S3 has", async () => {
  const first = await newPage();
  expect(await first.journal.write([multipart("a", [[2, part("two")]]), upload("b")])).toBe(true);
  expect(await first.journal.part("a", 1, part("one"))).toBe(true);
  expect(await first.journal.claim(owner)).toEqual({ mine: [], elsewhere: [] });
  first.end();
  const second = await newPage();
  const left = [
    multipart("a", [
      [1, part("one")],
      [2, part("two")],
    ]),
    upload("b"),
  ];
  expect(await second.journal.claim(owner)).toEqual({ mine: left, elsewhere: [] });
  expect(await second.journal.claim(owner)).toEqual({ mine: [], elsewhere: [] });
});

it("what a living page works at is told, and what is somebody else's is left alone", async () => {
  const first = await newPage();
  await first.journal.write([multipart("a", [[1, part("one")]]), upload("b", { owner: "other" })]);
  const second = await newPage();
  const elsewhere = [multipart("a", [[1, part("one")]])];
  expect(await second.journal.claim(owner)).toEqual({ mine: [], elsewhere });
  first.end();
  expect(await second.journal.claim(owner)).toEqual({ mine: elsewhere, elsewhere: [] });
});

it("an upload that is written anew has no parts but the new ones", async () => {
  const first = await newPage();
  await first.journal.write([multipart("a", [[1, part("old")]])]);
  await first.journal.write([multipart("a", [[3, part("new")]])]);
  first.end();
  const { mine } = await (await newPage()).journal.claim(owner);
  expect(mine).toEqual([multipart("a", [[3, part("new")]])]);
});

it("what was removed leaves no parts behind, and the last one lowers the flag", async () => {
  const { journal, database, isFlagged } = await newPage();
  await journal.write([multipart("a", [[1, part("one")]]), upload("b")]);
  await journal.remove(["a"]);
  expect(isFlagged()).toBe(true);
  expect(await journal.part("a", 2, part("late"))).toBe(false);
  expect(await (await database()).getAllKeys("parts")).toEqual([]);
  await journal.remove(["b"]);
  expect(isFlagged()).toBe(false);
});

it("thousands of uploads and parts are all remembered", async () => {
  const first = await newPage();
  const parts = Array.from({ length: 1203 }, (_, at) => [at + 1, part(`${at}`)] as const);
  const many = Array.from({ length: 1202 }, (_, at) => upload(`${at}`.padStart(4, "0")));
  await first.journal.write([
    ...many,
    multipart(
      "x",
      parts.map(([n, p]) => [n, p]),
    ),
  ]);
  first.end();
  const { mine } = await (await newPage()).journal.claim(owner);
  expect(mine.map(({ id }) => id)).toEqual([...many.map(({ id }) => id), "x"]);
  expect([...(mine.at(-1)?.kept?.parts ?? [])]).toEqual(parts);
});

it("a file whose handle cannot be stored is remembered without it", async () => {
  const first = await newPage();
  const handle = { getFile: () => undefined } as unknown as FileSystemFileHandle;
  expect(await first.journal.write([upload("a", { handle })])).toBe(true);
  first.end();
  expect((await (await newPage()).journal.claim(owner)).mine).toEqual([upload("a")]);
});

it("a browser that has no room says so, and knows what it knew before", async () => {
  const first = await newPage();
  await first.journal.write([upload("a")]);
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("", "QuotaExceededError");
  });
  expect(await first.journal.write([upload("b")])).toBe(false);
  expect(await first.journal.part("a", 1, part("one"))).toBe(false);
  vi.restoreAllMocks();
  first.end();
  expect((await (await newPage()).journal.claim(owner)).mine).toEqual([upload("a")]);
});

it("a browser that remembers nothing stops nothing", async () => {
  vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new DOMException("", "SecurityError");
  });
  const { journal } = await newPage();
  expect(await journal.write([upload("a")])).toBe(false);
  await journal.remove(["a"]);
  expect(await journal.claim(owner)).toEqual({ mine: [], elsewhere: [] });
});

it("what an earlier version of the app has stored is kept", async () => {
  const earlier = await openDB("s3loader", 1, {
    upgrade(created) {
      created.createObjectStore("downloads", { keyPath: "download.id" });
      for (const name of ["ranges", "folder", "placeholders"]) created.createObjectStore(name);
    },
  });
  await earlier.put("downloads", { page: "p", download: { id: "d" } });
  await earlier.put("ranges", true, ["d", 3]);
  const { journal, database } = await newPage();
  expect(await journal.write([upload("a")])).toBe(false); // a tab still has the earlier version open
  earlier.close();
  await vi.waitFor(async () => {
    expect(await journal.write([upload("a")])).toBe(true);
  });
  expect(await (await database()).getAllKeys("downloads")).toEqual(["d"]);
  expect(await (await database()).getAllKeys("ranges")).toEqual([["d", 3]]);
});

it("a later version of the app, in another tab, waits for no page of this one", async () => {
  const { database } = await newPage();
  await database();
  const later = await openDB("s3loader", 3);
  expect(later.version).toBe(3);
  later.close();
});

it("one page alone works at an upload of S3, until it lets go or ends", async () => {
  const [first, second] = [await newPage(), await newPage()];
  expect(await first.journal.hold("u")).toBe(true);
  expect(await first.journal.hold("u")).toBe(true);
  expect(await second.journal.hold("u")).toBe(false);
  first.journal.release("u");
  await vi.waitFor(async () => {
    expect(await second.journal.hold("u")).toBe(true);
  });
  expect(await first.journal.hold("u")).toBe(false);
});

it("what is let go before it is held is free", async () => {
  const [first, second] = [await newPage(), await newPage()];
  const asked = first.journal.hold("u");
  first.journal.release("u");
  await asked;
  await vi.waitFor(async () => {
    expect(await second.journal.hold("u")).toBe(true);
  });
});

it("a page hears that another one has ended, and takes over what it has left", async () => {
  const first = await newPage();
  await first.journal.write([upload("a")]);
  const second = await newPage();
  const heard = new Promise<void>((resolve) => second.journal.onElsewhere(resolve));
  expect((await second.journal.claim(owner)).elsewhere).toEqual([upload("a")]);
  first.end();
  await heard;
  expect((await second.journal.claim(owner)).mine).toEqual([upload("a")]);
});

it("a page hears that another one has finished something", async () => {
  const first = await newPage();
  await first.journal.write([upload("a")]);
  const second = await newPage();
  const heard = new Promise<void>((resolve) => second.journal.onElsewhere(resolve));
  await first.journal.remove(["a"]);
  await heard;
  expect(await second.journal.claim(owner)).toEqual({ mine: [], elsewhere: [] });
});
