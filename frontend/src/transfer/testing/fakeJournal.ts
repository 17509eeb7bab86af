/** A journal in memory; pages in turn share it, for each has ended before the next begins. */
import type { JournalEntry, JournalPort } from "../downloads/ports";

export class FakeJournal implements JournalPort {
  readonly entries = new Map<string, JournalEntry>();
  /** Calls of any kind. */
  calls = 0;

  write(entries: readonly JournalEntry[]): Promise<void> {
    this.calls += 1;
    for (const entry of entries) this.entries.set(entry.id, entry);
    return Promise.resolve();
  }

  stored(id: string, range: number): Promise<void> {
    this.calls += 1;
    const entry = this.entries.get(id);
    if (entry) this.entries.set(id, { ...entry, stored: [...entry.stored, range] });
    return Promise.resolve();
  }

  remove(ids: readonly string[]): Promise<void> {
    this.calls += 1;
    for (const id of ids) this.entries.delete(id);
    return Promise.resolve();
  }

  claim(owner: string): Promise<readonly JournalEntry[]> {
    return Promise.resolve([...this.entries.values()].filter((entry) => entry.owner === owner));
  }

  ids(): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set(this.entries.keys()));
  }
}
