/** Bytes that are staged in memory: a file on disk for each small object would cost more time. */
import type { StagedFile } from "./stagedFile";

export class MemoryFile implements StagedFile {
  private isClosed = false;

  constructor(private readonly content: Uint8Array<ArrayBuffer>) {}

  write(bytes: Uint8Array, at: number): void {
    if (this.isClosed) throw new DOMException("The staged file is closed", "InvalidStateError");
    this.content.set(bytes, at);
  }

  read(into: Uint8Array, at: number): void {
    into.set(this.content.subarray(at, at + into.length));
  }

  flush(): void {
    // There is nothing slower behind it.
  }

  close(): void {
    this.isClosed = true;
  }

  bytes() {
    return Promise.resolve({ blob: new Blob([this.content]), file: null });
  }
}
