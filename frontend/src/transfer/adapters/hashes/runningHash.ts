/** A hash of bytes that come in order, between which others use the same instance. */
import type { IHasher } from "hash-wasm";
import { type CreateHasher, hasherOf } from "./hashers";

export class RunningHash {
  private state: Uint8Array;

  private constructor(private readonly hasher: IHasher) {
    this.state = hasher.init().save();
  }

  static async begin(create: CreateHasher): Promise<RunningHash> {
    return new RunningHash(await hasherOf(create));
  }

  update(bytes: Uint8Array): void {
    this.state = this.hasher.load(this.state).update(bytes).save();
  }

  /** Of all bytes since the last one. */
  digest(): Uint8Array {
    const digest = this.hasher.load(this.state).digest("binary");
    this.state = this.hasher.init().save();
    return digest;
  }
}
