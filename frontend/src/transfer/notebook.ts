/** Writes a journal in order, and gathers what comes while it is being written. */

export interface Book<Entry, Piece> {
  write(entries: readonly Entry[]): Promise<unknown>;
  /** Notes one more piece of an entry, in the order of calls. */
  note(id: string, piece: Piece): Promise<unknown>;
  remove(ids: readonly string[]): Promise<unknown>;
}

export class Notebook<Entry extends { readonly id: string }, Piece> {
  private readonly written = new Map<string, Entry>();
  /** Pieces noted since the entry was written last. */
  private readonly pieces = new Map<string, Piece[]>();
  private readonly removed = new Set<string>();
  private flushing = false;
  private tail: Promise<unknown> = Promise.resolve();

  constructor(private readonly book: Book<Entry, Piece>) {}

  /** The entry tells all pieces that count: those noted before may be of another object. */
  write(entry: Entry): void {
    this.removed.delete(entry.id);
    this.pieces.delete(entry.id);
    this.written.set(entry.id, entry);
    this.flushLater();
  }

  note(id: string, piece: Piece): void {
    if (this.removed.has(id)) return;
    const noted = this.pieces.get(id) ?? [];
    noted.push(piece);
    this.pieces.set(id, noted);
    this.flushLater();
  }

  remove(id: string): void {
    this.written.delete(id);
    this.pieces.delete(id);
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
    const pieces = [...this.pieces];
    const ids = [...this.removed];
    this.written.clear();
    this.pieces.clear();
    this.removed.clear();
    if (entries.length > 0) await this.book.write(entries);
    for (const [id, noted] of pieces) {
      for (const piece of noted) await this.book.note(id, piece);
    }
    if (ids.length > 0) await this.book.remove(ids);
  }
}
