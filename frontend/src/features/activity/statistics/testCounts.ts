/** Counts for the tests of this folder. */
import { none, type DayCounts } from "./sums";

export function counts(day: string, bucket: string, some: Partial<DayCounts> = {}): DayCounts {
  return { ...none, day, bucket, ...some };
}
