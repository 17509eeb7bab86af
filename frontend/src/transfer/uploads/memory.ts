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
  /** Hears whether the browser had no room for what was written last. */
  readonly onForgetful: (isForgetful: boolean) => void;
}

export class Memory {
  private readonly notebook: Notebook<RememberedUpload, NumberedPart>;
  /** Upload ids of S3 that this page holds, by upload. */
  private readonly held = new Map<string, string>();

  constructor(private readonly options: MemoryOptions) {
    const { journal, onForgetful } = options;
    this.notebook = new Notebook({
      write: async (uploads) => {
        onForgetful(!(await journal.write(uploads)));
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
      if (wasWorthIt) this.notebook.remove(id);
      return;
    }
    this.hold(id, uploadIdOf(upload));
    if (!wasWorthIt || isRewritten(upload, before)) this.write(entry);
  }

  /** Takes over what is at S3 of an upload. @returns false while another page works at it */
  async take(upload: Upload): Promise<boolean> {
    const { id } = upload.source;
    const uploadId = uploadIdOf(upload);
    if (uploadId === null || this.held.get(id) === uploadId) return true;
    const isMine = await this.options.journal.hold(uploadId);
    if (isMine) this.held.set(id, uploadId);
    return isMine;
  }

  private hold(id: string, uploadId: string | null): void {
    const held = this.held.get(id) ?? null;
    if (held === uploadId) return;
    if (held !== null) this.options.journal.release(held);
    if (uploadId === null) this.held.delete(id);
    else {
      this.held.set(id, uploadId);
      void this.options.journal.hold(uploadId);
    }
  }
}
