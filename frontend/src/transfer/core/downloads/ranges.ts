/** Which bytes of an object each request fetches. */
import type { ByteRange } from "../plan";

const MiB = 1024 * 1024;

/** Bytes; an object up to this size comes whole, in one request that needs no preflight. */
export const LARGEST_WHOLE = 8 * MiB;

/** Measured: smaller ranges cost preflights, larger ones lose more in a reload. */
const RANGE_SIZE = 16 * MiB;

/** More ranges than this cost more to remember than they save. */
const MAX_RANGES = 10_000;

/** Bytes of every range but the last. */
export function rangeSizeOf(size: number): number {
  if (size <= LARGEST_WHOLE) return LARGEST_WHOLE;
  return Math.max(RANGE_SIZE, Math.ceil(size / MAX_RANGES / MiB) * MiB);
}

/** How many ranges an object of `size` bytes has: none, if it is empty. */
export function rangeCount(size: number, rangeSize: number): number {
  return Math.ceil(size / rangeSize);
}

/** The bytes of range `index` (from 0). */
export function rangeAt(index: number, size: number, rangeSize: number): ByteRange {
  const from = index * rangeSize;
  return { from, to: Math.min(from + rangeSize, size) };
}

/** The headers that ask for these bytes of just this object. */
export function rangeHeaders(
  { from, to }: ByteRange,
  { size, etag }: { readonly size: number; readonly etag: string },
): Readonly<Record<string, string>> {
  if (from === 0 && to === size && size <= LARGEST_WHOLE) return {};
  return { range: `bytes=${from}-${to - 1}`, "if-match": `"${etag}"` };
}
