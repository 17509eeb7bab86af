/** Multipart uploads that another page or program has begun, as far as this one can go on with them. */
import { type MultipartPlan, pieceRange } from "../core/plan";
import type { UploadedPart } from "../ports";
import type { Leftover } from "../transfers";

const MAX_PARTS = 10_000;
const MiB = 1024 * 1024;

/** How the API lays out a file of `size` bytes, of which parts have `usual` bytes if they may. */
export function planFor({ key, uploadId }: Leftover, size: number, usual: number): MultipartPlan {
  const least = Math.ceil(size / MAX_PARTS);
  const partSize = least <= usual ? usual : Math.ceil(least / MiB) * MiB;
  const partCount = Math.max(1, Math.ceil(size / partSize));
  // Whoever began it has not told how, nor whether S3 encrypts it so that ETags are no MD5.
  const unknown = { nonce: null, etagIsMd5: null };
  return { kind: "multipart", key, uploadId, partSize, partCount, ...unknown };
}

/** Whether all that S3 has is cut like a file of `size` bytes here. */
export function isCutAlike(
  plan: MultipartPlan,
  size: number,
  parts: readonly UploadedPart[],
): boolean {
  return parts.every((part) => {
    const { from, to } = pieceRange(plan, part.partNumber, size);
    return part.size === to - from;
  });
}
