/** A staged file in the origin-private file system, open for this worker alone. */
import { diskFull } from "./stagingFailure";
import type { StagedFile } from "./stagedFile";

export class DiskFile implements StagedFile {
  constructor(
    private readonly file: FileSystemFileHandle,
    private readonly access: SyncAccessHandle,
  ) {}

  write(bytes: Uint8Array, at: number): void {
    // Chromium 156 does not throw beyond its quota: it returns an error's number, 4294967288.
    if (this.access.write(bytes, { at }) !== bytes.length) throw diskFull();
  }

  read(into: Uint8Array, at: number): void {
    const read = this.access.read(into, { at });
    if (read !== into.length) throw new DOMException("Bytes are missing", "NotReadableError");
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
