/** Writes the bytes of one range, as they come, to where they belong. */
import type { Failure } from "../../core/failure";
import type { StagedFile } from "./stagedFile";
import { stagingFailure } from "./stagingFailure";

export class RangeWriter {
  /** Why the disk did not take them. */
  failure: Failure | null = null;

  /** Bytes; `to` is the first that does not belong to the range, `size` that of the object. */
  constructor(
    private readonly file: StagedFile,
    private at: number,
    private readonly to: number,
    private readonly size: number,
  ) {}

  /** @throws what the file throws */
  take(bytes: Uint8Array): void {
    try {
      this.file.write(bytes, this.at);
      this.at += bytes.length;
      if (this.at === this.to) this.file.flush();
    } catch (error) {
      this.failure = stagingFailure(error, this.size);
      throw error;
    }
  }
}
