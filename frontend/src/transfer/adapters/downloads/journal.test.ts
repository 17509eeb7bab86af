/** What is remembered of downloads, and for whom. */
import "fake-indexeddb/auto";
import { beforeEach, expect, it, vi } from "vitest";
import { database } from "../database";
import { hasUnfinished } from "../unfinishedFlag";
import type { JournalEntry } from "../../downloads/ports";

const owner = "arn:aws:iam::123456789012:user/lee";

function entry(id: string, given: Partial<JournalEntry> = {}): JournalEntry {
  const object = { size: 9, etag: "e", checksum: null, md5PartSize: null };
  const place = { owner, bucket: "b", prefix: "", key: id, path: [id], rangeSize: 4 };
  const choice = { renamed: false, paused: false, requesterPays: false };
  return { id, ...place, ...choice, size: 9, object, tree: null, stored: [], ...given };
}

/** Web Locks of one browser: a name is held until its page ends. */
const held = new Map<string, number>();

/** A page of the browser: modules of its own, and what it says when it ends. */
async function newPage() {
  vi.resetModules();
  const mine = held.size + 1;
  const locks = {
    request: (name: string, work: () => Promise<unknown>) => {
      held.set(name, mine);
      return work().finally(() => held.delete(name));
    },
    query: () => Promise.resolve({ held: [...held.keys()].map((name) => ({ name })) }),
  };
  vi.stubGlobal("navigator", { locks });
  const { browserJournal } = await import("./journal");
  await browserJournal.write([]);
  const end = () => {
    for (const [name, page] of held) if (page === mine) held.delete(name);
  };
  return { journal: browserJournal, end };
}

beforeEach(() => {
  held.clear();
  indexedDB = new IDBFactory();
});

it("a later page takes over what one that is gone has left, with its stored ranges", async () => {
  const first = await newPage();
  await first.journal.write([entry("a"), entry("b", { stored: [3] })]);
  await first.journal.stored("a", 2);
  await first.journal.stored("a", 0);
  first.end();
  const second = await newPage();
  expect(await second.journal.claim(owner)).toEqual([
    entry("a", { stored: [0, 2] }),
    entry("b", { stored: [3] }),
  ]);
  expect(await second.journal.claim(owner)).toEqual([]);
});

it("what a living page works at, and what is somebody else's, is left alone", async () => {
  const first = await newPage();
  await first.journal.write([entry("a"), entry("b", { owner: "arn:other" })]);
  const second = await newPage();
  expect(await second.journal.claim(owner)).toEqual([]);
  first.end();
  expect((await second.journal.claim(owner)).map(({ id }) => id)).toEqual(["a"]);
  expect(await second.journal.ids()).toEqual(new Set(["a", "b"]));
});

it("an object that is planned anew has no stored ranges but the new ones", async () => {
  const first = await newPage();
  await first.journal.write([entry("a", { stored: [0, 1] })]);
  await first.journal.write([entry("a", { stored: [] })]);
  await first.journal.stored("a", 5);
  first.end();
  const [claimed] = await (await newPage()).journal.claim(owner);
  expect(claimed?.stored).toEqual([5]);
});

it("removing forgets the ranges too, and lowers the flag with the last one", async () => {
  const { journal } = await newPage();
  await journal.write([entry("a", { stored: [1] }), entry("b")]);
  expect(hasUnfinished("downloads")).toBe(true);
  await journal.remove(["a"]);
  expect(hasUnfinished("downloads")).toBe(true);
  await journal.remove(["b"]);
  expect(hasUnfinished("downloads")).toBe(false);
  await journal.write([entry("a")]);
  expect(await journal.ids()).toEqual(new Set(["a"]));
});

it("a range that is noted after its download was removed leaves nothing behind", async () => {
  const { journal, end } = await newPage();
  await journal.write([entry("a")]);
  await journal.remove(["a"]);
  await journal.stored("a", 2);
  await journal.write([entry("b")]);
  expect(await (await database()).getAllKeys("ranges")).toEqual([]);
  end();
});

it("a browser that remembers nothing stops nothing", async () => {
  indexedDB = {
    open: () => {
      throw new DOMException("", "SecurityError");
    },
  } as never;
  const { journal } = await newPage();
  await journal.write([entry("a")]);
  await journal.stored("a", 1);
  expect(await journal.claim(owner)).toEqual([]);
});
