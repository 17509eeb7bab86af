/** How a place is written: "reports/2026/", with a bucket's root as "reports/". */
import { visibleName } from "@/ui/visibleName";
import type { Place } from "./useEffective";

export function placeName({ bucket, prefix }: Place): string {
  return visibleName(`${bucket}/${prefix}`);
}

export function isSamePlace(one: Place, other: Place): boolean {
  return one.bucket === other.bucket && one.prefix === other.prefix;
}
