/** Where staged bytes lie: in the origin-private file system, those of a few small objects in memory. */
import type { StagedFile } from "./stagedFile";

export interface Opened {
  readonly file: StagedFile;
  /** Something was stored under the id before. */
  readonly kept: boolean;
}

export interface Room {
  /**
   * An id that is open elsewhere has to be closed first.
   * @throws DOMException `QuotaExceededError`: too little room; `SecurityError`: a window without
   * a file system; others where the disk does not work
   */
  open(id: string, size: number): Promise<Opened>;
  /** After it was closed. */
  free(id: string): Promise<void>;
  keepOnly(ids: ReadonlySet<string>): Promise<void>;
}
