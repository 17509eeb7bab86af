/** What was done in all: counts added up. */
import type { components } from "@/api/schema.gen";
import type { Day } from "./day";

export type DayCounts = components["schemas"]["DayCounts"];

/** Numbers of actions, and bytes. */
export type Sums = Omit<DayCounts, "day" | "bucket">;

export interface BucketSums extends Sums {
  readonly bucket: string;
}

export const none: Sums = {
  bucketOpened: 0,
  uploads: 0,
  uploadedBytes: 0,
  failedUploads: 0,
  downloads: 0,
  downloadedBytes: 0,
  deletions: 0,
};

export function sumOf(counts: Iterable<Sums>): Sums {
  let sum = none;
  for (const each of counts) sum = added(sum, each);
  return sum;
}

function added(a: Sums, b: Sums): Sums {
  return {
    bucketOpened: a.bucketOpened + b.bucketOpened,
    uploads: a.uploads + b.uploads,
    uploadedBytes: a.uploadedBytes + b.uploadedBytes,
    failedUploads: a.failedUploads + b.failedUploads,
    downloads: a.downloads + b.downloads,
    downloadedBytes: a.downloadedBytes + b.downloadedBytes,
    deletions: a.deletions + b.deletions,
  };
}

/** One for each bucket, in no order. */
export function sumsByBucket(counts: readonly DayCounts[]): BucketSums[] {
  return [...sumsBy("bucket", counts)].map(([bucket, sum]) => ({ bucket, ...sum }));
}

/** Of all buckets together; a day without any is left out. */
export function sumsByDay(counts: readonly DayCounts[]): ReadonlyMap<Day, Sums> {
  return sumsBy("day", counts);
}

function sumsBy(name: "bucket" | "day", counts: readonly DayCounts[]): ReadonlyMap<string, Sums> {
  const sums = new Map<string, Sums>();
  for (const each of counts) sums.set(each[name], added(sums.get(each[name]) ?? none, each));
  return sums;
}
