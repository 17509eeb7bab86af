/** A staged file in the origin-private file system, open for this worker alone. */
import type { StagedFile } from "./stagedFile";

export class DiskFile implements StagedFile {
  constructor(
    private readonly file: FileSystemFileHandle,
    private readonly access: SyncAccessHandle,
  ) {}

  write(bytes: Uint8Array, at: number): void {
    const written = this.access.write(bytes, { at });
    if (written < bytes.length) throw new DOMException("The disk is full", "QuotaExceededError");
  }

  read(into: Uint8Array, at: number): void {
    const read = this.access.read(into, { at });
    if (read < into.length) throw new DOMException("Bytes are missing", "NotReadableError");
  }

  flush(): void {
    this.access.flush();
  }

  close(): void {
    this.access.close();
  }

  async bytes() {
    return { blob: await this.file.getFile(), file: this.file };
  }
}
