/** Writes the journal in order, and gathers what comes while it is being written. */
import type { JournalEntry, JournalPort } from "./ports";

export class Notebook {
  private readonly written = new Map<string, JournalEntry>();
  /** Ranges stored since the entry was written last. */
  private readonly ranges = new Map<string, number[]>();
  private readonly removed = new Set<string>();
  private flushing = false;
  private tail: Promise<unknown> = Promise.resolve();

  constructor(private readonly journal: JournalPort) {}

  /** The entry tells all ranges that count: those noted before may be of another object. */
  write(entry: JournalEntry): void {
    this.removed.delete(entry.id);
    this.ranges.delete(entry.id);
    this.written.set(entry.id, entry);
    this.flushLater();
  }

  stored(id: string, range: number): void {
    if (this.removed.has(id)) return;
    this.ranges.set(id, [...(this.ranges.get(id) ?? []), range]);
    this.flushLater();
  }

  remove(id: string): void {
    this.written.delete(id);
    this.ranges.delete(id);
    this.removed.add(id);
    this.flushLater();
  }

  private flushLater(): void {
    if (this.flushing) return;
    this.flushing = true;
    this.tail = this.tail.then(() => this.flush());
  }

  private async flush(): Promise<void> {
    this.flushing = false;
    const entries = [...this.written.values()];
    const ranges = [...this.ranges];
    const ids = [...this.removed];
    this.written.clear();
    this.ranges.clear();
    this.removed.clear();
    if (entries.length > 0) await this.journal.write(entries);
    for (const [id, numbers] of ranges) {
      for (const number of numbers) await this.journal.stored(id, number);
    }
    if (ids.length > 0) await this.journal.remove(ids);
  }
}
