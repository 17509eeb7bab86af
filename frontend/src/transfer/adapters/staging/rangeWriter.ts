/** Writes the bytes of one range, as they come, to where they belong. */
import type { Failure } from "../../core/failure";
import type { StagedFile } from "./stagedFile";
import { stagingFailure } from "./stagingFailure";

export class RangeWriter {
  /** Why the disk did not take them. */
  failure: Failure | null = null;

  /**
   * Bytes; `size` is that of the object. At `flushAt` they must outlive a power cut: null where a
   * comparison will find out, for waiting for the disk may take as long as all the rest.
   */
  constructor(
    private readonly file: StagedFile,
    private at: number,
    private readonly flushAt: number | null,
    private readonly size: number,
  ) {}

  /** @throws what the file throws */
  take(bytes: Uint8Array): void {
    try {
      this.file.write(bytes, this.at);
      this.at += bytes.length;
      if (this.at === this.flushAt) this.file.flush();
    } catch (error) {
      this.failure = stagingFailure(error, this.size);
      throw error;
    }
  }
}
