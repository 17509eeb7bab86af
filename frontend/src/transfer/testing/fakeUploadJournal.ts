/** A journal of uploads in memory, which the pages of one browser share. */
import type { Claim, NotedPart, RememberedUpload, UploadJournalPort } from "../ports";

interface Record {
  readonly page: string;
  readonly upload: RememberedUpload;
}

/** What one browser remembers. */
export class FakeMemory {
  readonly records = new Map<string, Record>();
  /** Pages by the upload ids that they hold. */
  readonly held = new Map<string, string>();
  readonly listeners = new Map<string, () => void>();
  /** The browser has no room. */
  isFull = false;

  /** The page is gone, and the others notice. */
  end(page: string): void {
    this.listeners.delete(page);
    for (const [id, holder] of this.held) if (holder === page) this.held.delete(id);
    for (const [id, record] of this.records) {
      if (record.page === page) this.records.set(id, { ...record, page: "" });
    }
    this.news();
  }

  news(): void {
    for (const listener of this.listeners.values()) listener();
  }
}

/** The journal as one page has it. */
export class FakeUploadJournal implements UploadJournalPort {
  constructor(
    readonly memory: FakeMemory,
    private readonly page: string,
  ) {}

  write(uploads: readonly RememberedUpload[]): Promise<boolean> {
    const { isFull, records } = this.memory;
    if (!isFull) for (const upload of uploads) records.set(upload.id, { page: this.page, upload });
    return Promise.resolve(!isFull);
  }

  part(id: string, number: number, part: NotedPart): Promise<boolean> {
    const record = this.memory.records.get(id);
    const kept = record?.upload.kept;
    if (record === undefined || kept == null) return Promise.resolve(false);
    const parts = new Map(kept.parts).set(number, part);
    const upload = { ...record.upload, kept: { ...kept, parts } };
    this.memory.records.set(id, { ...record, upload });
    return Promise.resolve(true);
  }

  remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.memory.records.delete(id);
    return Promise.resolve();
  }

  claim(owner: string): Promise<Claim> {
    const { records } = this.memory;
    const theirs = [...records.values()].filter(({ upload }) => upload.owner === owner);
    const mine = theirs.filter(({ page }) => page === "").map(({ upload }) => upload);
    const elsewhere = theirs.filter(({ page }) => page !== "" && page !== this.page);
    for (const upload of mine) records.set(upload.id, { page: this.page, upload });
    return Promise.resolve({ mine, elsewhere: elsewhere.map(({ upload }) => upload) });
  }

  onElsewhere(listener: () => void): () => void {
    this.memory.listeners.set(this.page, listener);
    return () => this.memory.listeners.delete(this.page);
  }

  hold(uploadId: string): Promise<boolean> {
    const holder = this.memory.held.get(uploadId);
    if (holder === undefined) this.memory.held.set(uploadId, this.page);
    return Promise.resolve(holder === undefined || holder === this.page);
  }

  release(uploadId: string): void {
    this.memory.held.delete(uploadId);
  }
}
