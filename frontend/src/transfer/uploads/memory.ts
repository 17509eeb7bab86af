/** Keeps the journal in step with uploads, and holds at S3 what this page works at. */
import { isWorthRemembering } from "../core/restoring";
import type { Upload } from "../core/upload";
import { Notebook } from "../notebook";
import type { NotedPart, RememberedUpload, UploadJournalPort } from "../ports";
import { uploadIdOf } from "./begun";
import { isPausedFor, isRewritten, rememberedOf } from "./remembered";
import type { UploadEntry } from "./uploadEntry";

type NumberedPart = readonly [number: number, part: NotedPart];

export interface MemoryOptions {
  readonly journal: UploadJournalPort;
  /** The ARN of the identity whose uploads they are. */
  readonly owner: string;
  /** Hears whether the browser has no room for something that is unfinished. */
  readonly onForgetful: (isForgetful: boolean) => void;
}

export class Memory {
  private readonly notebook: Notebook<RememberedUpload, NumberedPart>;
  /** Upload ids of S3 that this page holds, by upload. */
  private readonly held = new Map<string, string>();
  /** The other way round: only one upload of this page may work at an upload id. */
  private readonly holders = new Map<string, string>();
  /** Unfinished uploads that there was no room for. */
  private readonly unwritten = new Set<string>();

  constructor(private readonly options: MemoryOptions) {
    const { journal } = options;
    this.notebook = new Notebook({
      write: async (uploads) => {
        this.wrote(uploads, await journal.write(uploads));
      },
      note: (id, [number, part]) => journal.part(id, number, part),
      remove: (ids) => journal.remove(ids),
    });
  }

  /** Also what has come back with another handle. */
  write(entry: UploadEntry): void {
    if (isWorthRemembering(entry.upload)) {
      this.notebook.write(rememberedOf(entry, this.options.owner));
    }
  }

  readonly note = (id: string, number: number, part: NotedPart): void => {
    this.notebook.note(id, [number, part]);
  };

  changed(entry: UploadEntry, before: Upload): void {
    const { upload } = entry;
    // The page that works at it remembers it.
    if (isPausedFor(upload, "other-page")) return;
    const { id } = upload.source;
    const wasWorthIt = isWorthRemembering(before);
    if (!isWorthRemembering(upload)) {
      this.hold(id, null);
      if (wasWorthIt) this.forget(id);
      return;
    }
    this.hold(id, uploadIdOf(upload));
    if (!wasWorthIt || isRewritten(upload, before)) this.write(entry);
  }

  /** Takes over what is at S3 of an upload. @returns false while another upload or page works at it */
  async take(upload: Upload): Promise<boolean> {
    const { id } = upload.source;
    const uploadId = uploadIdOf(upload);
    if (uploadId === null || this.held.get(id) === uploadId) return true;
    if (this.holders.has(uploadId)) return false;
    this.holders.set(uploadId, id);
    const isMine = await this.options.journal.hold(uploadId);
    if (isMine) this.held.set(id, uploadId);
    else this.holders.delete(uploadId);
    return isMine;
  }

  private wrote(uploads: readonly RememberedUpload[], isWritten: boolean): void {
    for (const { id } of uploads) {
      if (isWritten) this.unwritten.delete(id);
      else this.unwritten.add(id);
    }
    this.options.onForgetful(this.unwritten.size > 0);
  }

  private forget(id: string): void {
    this.notebook.remove(id);
    if (this.unwritten.delete(id)) this.options.onForgetful(this.unwritten.size > 0);
  }

  private hold(id: string, uploadId: string | null): void {
    const held = this.held.get(id) ?? null;
    if (held === uploadId) return;
    if (held !== null) {
      this.options.journal.release(held);
      this.holders.delete(held);
    }
    if (uploadId === null) this.held.delete(id);
    else {
      this.held.set(id, uploadId);
      this.holders.set(uploadId, id);
      void this.options.journal.hold(uploadId);
    }
  }
}
