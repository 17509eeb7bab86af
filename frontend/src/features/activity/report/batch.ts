/** Which of the waiting reports go with one call. */
import type { Undated } from "./report";

/** As the API takes them. */
const MOST_REPORTS = 100;

/** UTF-8 bytes: a browser keeps 64 KiB of calls alive beyond the end of a page, and there may be four. */
const MOST_BYTES = 15_000;

/** Of `secondsAgo` and what separates reports. */
const EXTRA_BYTES = 30;

/**
 * The first ones of the first one's bucket: where the API refuses one bucket, it is about no other.
 */
export function batchOf<Waiting extends { readonly report: Undated }>(
  waiting: readonly Waiting[],
): readonly Waiting[] {
  const batch: Waiting[] = [];
  let bytes = 0;
  for (const one of waiting) {
    if (one.report.bucket !== waiting[0]?.report.bucket) continue;
    bytes += bytesOf(one.report);
    if (batch.length === MOST_REPORTS || (bytes > MOST_BYTES && batch.length > 0)) break;
    batch.push(one);
  }
  return batch;
}

function bytesOf(report: Undated): number {
  return new TextEncoder().encode(JSON.stringify(report)).length + EXTRA_BYTES;
}
