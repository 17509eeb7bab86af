/** What the chart shows, each in a strip of its own, so that ten thousand uploads do not hide one deletion. */
import type { Sums } from "./sums";

export interface Measure {
  readonly name: "uploads" | "downloads" | "deletions" | "bucketOpened" | "failedUploads";
  /** Told beside the count, where bytes belong to it. */
  readonly bytes?: "uploadedBytes" | "downloadedBytes";
}

export const measures: readonly Measure[] = [
  { name: "uploads", bytes: "uploadedBytes" },
  { name: "downloads", bytes: "downloadedBytes" },
  { name: "deletions" },
  { name: "bucketOpened" },
  { name: "failedUploads" },
];

/** What the height of the columns means. */
export type Unit = "count" | "bytes";

/** What has no bytes is counted in either unit. */
export function valueOf(sums: Sums, measure: Measure, unit: Unit): number {
  return sums[unit === "bytes" && measure.bytes ? measure.bytes : measure.name];
}
