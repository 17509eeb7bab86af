/** Finds out whether a file is the one that an upload was begun with. */
import { failure, type Failure } from "../core/failure";
import type { Source } from "../core/upload";
import type { NewFile } from "../transfers";
import { isPausedFor } from "./remembered";
import type { UploadEntry } from "./uploadEntry";

/** What tells one state of a file from another without reading it. */
type Version = Pick<Source, "size" | "lastModified">;

/** Null if the file behind its handle is as it was when the upload began; its name may be another. */
export function changeOf(source: Source, file: Version): Failure | null {
  return isSame(source, file) ? null : failure("file_changed", { name: source.name });
}

function isSame(one: Version, other: Version): boolean {
  return one.size === other.size && one.lastModified === other.lastModified;
}

/** Lacks its file, and no other page has it. */
export function lacksFile({ upload, file }: UploadEntry): boolean {
  return upload.phase === "paused" && file === null && !isPausedFor(upload, "other-page");
}

/** Uploads that lack their files, each given out once. */
export class FileMatch {
  private readonly byName = new Map<string, UploadEntry[]>();

  constructor(entries: Iterable<UploadEntry>) {
    for (const entry of entries) {
      if (!lacksFile(entry)) continue;
      const { name } = entry.upload.source;
      this.byName.set(name, [...(this.byName.get(name) ?? []), entry]);
    }
  }

  /** Asks for size and time only if the name is right: a browser is slow to tell them. */
  take(name: string, isWanted: (source: Source) => boolean): UploadEntry | null {
    const named = this.byName.get(name) ?? [];
    const place = named.findIndex(({ upload }) => isWanted(upload.source));
    return place < 0 ? null : (named.splice(place, 1)[0] ?? null);
  }

  /** The one that was begun with this file, wherever it goes; its bytes may be of any of several. */
  takeFor({ file }: Pick<NewFile, "file">): UploadEntry | "ambiguous" | null {
    const isWanted = (source: Source) => isSame(source, file);
    const fitting = this.byName.get(file.name)?.filter(({ upload }) => isWanted(upload.source));
    return fitting !== undefined && fitting.length > 1
      ? "ambiguous"
      : this.take(file.name, isWanted);
  }

  /** The one that was begun with this file for the same place. */
  takeAt({ bucket, prefix, ...file }: Source): UploadEntry | null {
    return this.take(file.name, (source) => {
      return source.bucket === bucket && source.prefix === prefix && isSame(source, file);
    });
  }
}
