/** Writes the journal in order, and gathers what comes while it is being written. */
import type { JournalEntry, JournalPort } from "./ports";

export class Notebook {
  private readonly written = new Map<string, JournalEntry>();
  private readonly removed = new Set<string>();
  private flushing = false;
  private tail: Promise<unknown> = Promise.resolve();

  constructor(private readonly journal: JournalPort) {}

  write(entry: JournalEntry): void {
    this.removed.delete(entry.id);
    this.written.set(entry.id, entry);
    this.flushLater();
  }

  stored(id: string, range: number): void {
    this.tail = this.tail.then(() => this.journal.stored(id, range));
  }

  remove(id: string): void {
    this.written.delete(id);
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
    const ids = [...this.removed];
    this.written.clear();
    this.removed.clear();
    if (entries.length > 0) await this.journal.write(entries);
    if (ids.length > 0) await this.journal.remove(ids);
  }
}
