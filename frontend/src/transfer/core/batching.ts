/** When a call that plans or completes many uploads is worth making. */
import type { Load } from "./load";

/** Uploads in one call of the API. */
export const BATCH_SIZE = 250;

/** Parts in one call that completes uploads, so that its body stays far below the API's limit. */
export const MAX_PARTS_PER_CONFIRM = 20_000;

/** Multipart uploads open at once: enough to keep every connection busy, few to clean up. */
const MAX_OPEN_MULTIPART = 8;

const FIRST_INTERVAL_MS = 2_000;
const LONGEST_INTERVAL_MS = 256_000;

/** A PUT's URL dies unused after at most 15 minutes: plan only what this many ms can send. */
const PLAN_AHEAD_MS = 300_000;
const PLAN_AHEAD_MIN_BYTES = 1_000_000_000;

/** Bytes of PUTs that may wait with a URL in hand, at this speed in bytes per second. */
function planAheadBytes(bytesPerSecond: number | null): number {
  return Math.max(PLAN_AHEAD_MIN_BYTES, ((bytesPerSecond ?? 0) * PLAN_AHEAD_MS) / 1000);
}

/** Room for more planned uploads. */
export interface PlanRoom {
  readonly multiparts: number;
  /** Bytes of PUTs. */
  readonly bytes: number;
}

/** Room for another call that plans, or null when enough is ready to be sent. */
export function planRoom(load: Load, bytesPerSecond: number | null): PlanRoom | null {
  if (load.readyPuts >= BATCH_SIZE) return null;
  const multiparts = Math.max(0, MAX_OPEN_MULTIPART - load.multiparts);
  const bytes = Math.max(0, planAheadBytes(bytesPerSecond) - load.readyBytes);
  return multiparts === 0 && bytes === 0 ? null : { multiparts, bytes };
}

/** Intervals double, so a slow line shows results early and still costs few calls. */
export interface ConfirmPace {
  /** Ms between calls from now on. */
  readonly interval: number;
  /** When the present interval began. */
  readonly since: number;
}

/** The pace when a person has just added files. */
export function freshPace(now: number): ConfirmPace {
  return { interval: FIRST_INTERVAL_MS, since: now };
}

/** The pace after a call. */
export function nextPace(pace: ConfirmPace, now: number): ConfirmPace {
  return { interval: Math.min(LONGEST_INTERVAL_MS, pace.interval * 2), since: now };
}

/** Whether `waiting` uploads are to be completed now. */
export function confirmDue(
  pace: ConfirmPace,
  waiting: number,
  nothingElseRuns: boolean,
  now: number,
): boolean {
  if (waiting === 0) return false;
  return waiting >= BATCH_SIZE || nothingElseRuns || now - pace.since >= pace.interval;
}
