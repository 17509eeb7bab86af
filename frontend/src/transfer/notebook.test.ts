/** What the journal holds whenever what is noted comes faster than it is written. */
import { expect, it } from "vitest";
import { FakeJournal } from "./testing/fakeJournal";
import { Notebook } from "./notebook";
import type { JournalEntry } from "./downloads/ports";

function entry(id: string, etag: string): JournalEntry {
  const object = { size: 9, etag, checksum: null, md5PartSize: null };
  const place = { owner: "arn", bucket: "b", prefix: "", key: id, path: [id], rangeSize: 4 };
  const choice = { renamed: false, paused: false, requesterPays: false };
  return { id, ...place, ...choice, size: 9, object, tree: null, stored: [] };
}

/** A journal that is busy until it is told to go on. */
function busy() {
  const journal = new FakeJournal();
  const write = journal.write.bind(journal);
  let goOn = () => {};
  const ready = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  journal.write = (entries) => ready.then(() => write(entries));
  const notebook = new Notebook<JournalEntry, number>({
    write: (entries) => journal.write(entries),
    note: (id, range) => journal.stored(id, range),
    remove: (ids) => journal.remove(ids),
  });
  notebook.write(entry("before", "A"));
  const settled = async () => {
    goOn();
    await new Promise((done) => setTimeout(done, 0));
  };
  return { journal, notebook, settled };
}

it("a range of an object that has changed is not claimed for the new one", async () => {
  const { journal, notebook, settled } = busy();
  await Promise.resolve();
  notebook.write(entry("x", "A"));
  notebook.note("x", 0);
  notebook.write(entry("x", "B"));
  notebook.note("x", 2);
  await settled();
  expect(journal.entries.get("x")).toMatchObject({ object: { etag: "B" }, stored: [2] });
});

it("nothing is left of what was removed", async () => {
  const { journal, notebook, settled } = busy();
  const noted: string[] = [];
  journal.stored = (id) => Promise.resolve(void noted.push(id));
  await Promise.resolve();
  notebook.write(entry("x", "A"));
  notebook.note("x", 0);
  notebook.remove("x");
  notebook.note("x", 1);
  await settled();
  expect(noted).toEqual([]);
  expect([...journal.entries.keys()]).toEqual(["before"]);
});
