/** A report to the API: what only the browser knows, and when it happened. */
import type { components } from "@/api/schema.gen";

export type Report = components["schemas"]["ReportActivity"]["reports"][number];

/** Before it is sent nobody knows how many seconds ago it happened. */
export type Undated = { [R in Report as R["kind"]]: Omit<R, "secondsAgo"> }[Report["kind"]];

/** Seconds; the API takes none that is older. */
export const OLDEST_S = 86_400;

/** The most objects that one report may count. */
const MOST_OBJECTS = 1_000_000;

/** One report of two downloads from one bucket; null where there have to be two. */
export function merged(one: Undated, other: Undated): Undated | null {
  if (one.kind !== "download.completed" || other.kind !== "download.completed") return null;
  const count = one.count + other.count;
  if (one.bucket !== other.bucket || count > MOST_OBJECTS) return null;
  return { ...one, count, size: one.size + other.size };
}
