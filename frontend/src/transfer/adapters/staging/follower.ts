/** Reads what is stored back in order while the rest still arrives, and compares it. */
import type { Verification } from "../../downloads/ports";
import type { Comparison } from "./comparison";
import { Front } from "./front";
import type { StagedFile } from "./stagedFile";

/** Bytes read at once: a few ms of work, after which the answers of S3 have their turn. */
const STEP = 1024 * 1024;
/** Of all followers: none holds it while it pauses. */
const buffer = new Uint8Array(STEP);

export class Follower {
  private readonly front = new Front();
  /** Bytes: all before it has been read. */
  private position = 0;
  private reading: Promise<void> | null = null;

  /** `pause` gives other work of this thread its turn. */
  constructor(
    private readonly file: Pick<StagedFile, "read">,
    private readonly comparison: Comparison,
    private readonly pause: () => Promise<void>,
  ) {}

  /** What is read of it in the meantime does not have to be read at the end. */
  stored(from: number, to: number): void {
    this.front.stored(from, to);
    // What cannot be read now is tried again at the end, which tells.
    this.reading ??= this.readTo(() => this.front.position)
      .catch(() => undefined)
      .finally(() => {
        this.reading = null;
      });
  }

  /**
   * Reads the rest of `size` bytes, all of which are stored by now; once.
   * @throws what the file throws
   */
  async end(size: number): Promise<Exclude<Verification, { kind: "unreadable" }>> {
    await this.reading;
    await this.readTo(() => size);
    return this.comparison.end();
  }

  private async readTo(end: () => number): Promise<void> {
    while (this.position < end()) {
      const piece = buffer.subarray(0, end() - this.position);
      this.file.read(piece, this.position);
      this.comparison.update(piece);
      this.position += piece.length;
      await this.pause();
    }
  }
}
