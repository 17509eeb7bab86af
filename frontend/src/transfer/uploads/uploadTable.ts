/** All uploads of a page: keeps the board and the memory in step with them. */
import type { Upload } from "../core/upload";
import type { Host } from "../host";
import type { Row } from "../views";
import type { Memory } from "./memory";
import { isPausedFor } from "./remembered";
import type { UploadEntry } from "./uploadEntry";
import { endedUpload } from "./endedUpload";
import { rowOf } from "./uploadRow";

export class UploadTable {
  private readonly entries = new Map<string, UploadEntry>();

  constructor(
    private readonly host: Host,
    private readonly memory: Memory,
  ) {}

  get(id: string): UploadEntry | undefined {
    return this.entries.get(id);
  }

  all(): readonly UploadEntry[] {
    return [...this.entries.values()];
  }

  find(ids: readonly string[]): readonly UploadEntry[] {
    return ids.map((id) => this.entries.get(id)).filter((entry) => entry !== undefined);
  }

  *rows(): Iterable<Row> {
    for (const { upload } of this.entries.values()) yield rowOf(upload);
  }

  enter(entry: UploadEntry): void {
    this.entries.set(idOf(entry), entry);
  }

  show({ upload }: UploadEntry): void {
    this.host.board.show(rowOf(upload));
  }

  drop(entries: readonly UploadEntry[]): void {
    for (const entry of entries) this.entries.delete(idOf(entry));
    this.host.board.remove(new Set(entries.map(idOf)));
  }

  /** Makes it another upload without the effects that the engine would perform. */
  become(entry: UploadEntry, upload: Upload): void {
    const before = entry.upload;
    entry.upload = upload;
    this.changed(upload, before);
  }

  readonly changed = (upload: Upload, before: Upload): void => {
    const entry = this.entries.get(upload.source.id);
    if (entry !== undefined) this.memory.changed(entry, before);
    this.host.board.show(rowOf(upload));
    if (upload.phase === before.phase) return;
    const ended = endedUpload(upload);
    if (ended !== null) this.host.ended(ended);
    if (upload.phase !== "done") return;
    const { bucket, prefix } = upload.source;
    this.host.completed({ bucket, prefix, key: upload.key });
  };
}

export function idOf({ upload }: UploadEntry): string {
  return upload.source.id;
}

/** Another page works at it. */
export function isElsewhere({ upload }: UploadEntry): boolean {
  return isPausedFor(upload, "other-page");
}
