/** Remembers unfinished downloads in IndexedDB. */
import type { JournalEntry, JournalPort } from "../../downloads/ports";
import { database } from "../database";
import { live, otherPages, page } from "../pages";
import { flagUnfinished } from "../unfinishedFlag";

/** The lock that pages take to claim one after the other. */
const CLAIMING = "s3loader claiming";

export const browserJournal: JournalPort = {
  write: (entries) => attempt(() => write(entries), undefined),
  stored: (id, range) => attempt(() => stored(id, range), undefined),
  remove: (ids) => attempt(() => remove(ids), undefined),
  claim: (owner) => attempt(() => navigator.locks.request(CLAIMING, () => claim(owner)), []),
  ids: () => attempt(ids, new Set()),
};

/** A browser that remembers nothing is no reason to download nothing. */
async function attempt<Value>(work: () => Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    return await work();
  } catch {
    return otherwise;
  }
}

async function write(entries: readonly JournalEntry[]): Promise<void> {
  await live();
  const change = await changing();
  const [downloads, ranges] = [change.objectStore("downloads"), change.objectStore("ranges")];
  for (const { stored: numbers, ...download } of entries) {
    void downloads.put({ page, download });
    void ranges.delete(rangesOf(download.id));
    for (const number of numbers) void ranges.put(true, [download.id, number]);
  }
  await change.done;
  if (entries.length > 0) flagUnfinished("downloads", true);
}

async function stored(id: string, range: number): Promise<void> {
  const change = await changing();
  // Of what was removed nothing may be left.
  if ((await change.objectStore("downloads").getKey(id)) !== undefined) {
    void change.objectStore("ranges").put(true, [id, range]);
  }
  await change.done;
}

async function remove(removed: readonly string[]): Promise<void> {
  const change = await changing();
  const [downloads, ranges] = [change.objectStore("downloads"), change.objectStore("ranges")];
  for (const id of removed) {
    void downloads.delete(id);
    void ranges.delete(rangesOf(id));
  }
  const left = await downloads.count();
  await change.done;
  flagUnfinished("downloads", left > 0);
}

async function claim(owner: string): Promise<readonly JournalEntry[]> {
  await live();
  const living = new Set([page, ...(await otherPages())]);
  const change = await changing();
  const [downloads, ranges] = [change.objectStore("downloads"), change.objectStore("ranges")];
  const claimed: JournalEntry[] = [];
  for (const { page: theirs, download } of await downloads.getAll()) {
    if (download.owner !== owner || living.has(theirs)) continue;
    void downloads.put({ page, download });
    const keys = await ranges.getAllKeys(rangesOf(download.id));
    claimed.push({ ...download, stored: keys.map(([, number]) => number) });
  }
  await change.done;
  return claimed;
}

async function ids(): Promise<ReadonlySet<string>> {
  return new Set(await (await database()).getAllKeys("downloads"));
}

async function changing() {
  return (await database()).transaction(["downloads", "ranges"], "readwrite");
}

/** All records of a download's ranges: arrays sort after numbers. */
function rangesOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, []]);
}
