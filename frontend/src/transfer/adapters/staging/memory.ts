/** Room in memory for a few small objects. */
import { MemoryFile } from "./memoryFile";
import type { Opened } from "./room";

/** Bytes: enough for the small objects that move at one time, little beside the page itself. */
const CAPACITY = 32 * 1024 * 1024;
/** Bytes: above it a file on disk costs less time than its content. */
const LARGEST = 4 * 1024 * 1024;

export class Memory {
  private readonly contents = new Map<string, Uint8Array<ArrayBuffer>>();
  private used = 0;

  /** Null: it is too large, or there is no room left. */
  open(id: string, size: number): Opened | null {
    const earlier = this.contents.get(id);
    if (earlier?.length === size) return { file: new MemoryFile(earlier), kept: true };
    this.free(id);
    if (size > LARGEST || this.used + size > CAPACITY) return null;
    const content = new Uint8Array(size);
    this.contents.set(id, content);
    this.used += size;
    return { file: new MemoryFile(content), kept: false };
  }

  /** Whether it was there. */
  free(id: string): boolean {
    this.used -= this.contents.get(id)?.length ?? 0;
    return this.contents.delete(id);
  }
}
