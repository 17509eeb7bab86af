/** The bytes of one download while they are not verified. */
import type { StagedBytes } from "./messages";

/** Every call throws what the disk says: QuotaExceededError when it is full. */
export interface StagedFile {
  /** All of `bytes`, from `at` on. */
  write(bytes: Uint8Array, at: number): void;
  /** Fills all of `into` with what is stored from `at` on. */
  read(into: Uint8Array, at: number): void;
  /** Returns once all is on disk. */
  flush(): void;
  /** From here on the other calls throw. */
  close(): void;
  /** After `close`: without reading them into memory that was not theirs before. */
  bytes(): Promise<StagedBytes>;
}
