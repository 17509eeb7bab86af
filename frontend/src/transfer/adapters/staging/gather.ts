/** Gathers what arrives in small pieces: writing each of them as it comes would cost twice the time. */
import { giveBack, takeBuffer } from "./buffers";
import { type Body, sourceOf } from "./source";

export interface Gathered {
  /** Takes the bytes that come next; they are only lent. */
  readonly take: (bytes: Uint8Array) => void;
  /** Hears how many have come so far. */
  readonly onArrival: (total: number) => void;
}

/**
 * Reads a body that should have `length` bytes, and hands on no more than these.
 * @returns how many came; of one that is too long, one more than `length`
 * @throws what the stream or `take` throws
 */
export async function gather(body: Body, length: number, to: Gathered): Promise<number> {
  const source = sourceOf(body);
  let buffer = takeBuffer();
  let [filled, total] = [0, 0];
  while (total < length) {
    const space = Math.min(buffer.byteLength - filled, length - total);
    const piece = await source.read(new Uint8Array(buffer, filled, space));
    buffer = piece.buffer;
    filled += piece.length;
    total += piece.length;
    to.onArrival(total);
    const isLast = total === length || piece.length === 0;
    if (isLast || filled === buffer.byteLength) {
      to.take(new Uint8Array(buffer, 0, filled));
      filled = 0;
    }
    if (piece.length === 0) return total;
  }
  giveBack(buffer);
  const beyond = await source.read(new Uint8Array(1));
  return total + beyond.length;
}
