/** How long to wait before trying again, and how often. */

/** A request is given up after this many failed attempts, and no sooner than after PATIENCE_MS. */
const MAX_ATTEMPTS = 10;

/** Ms: an outage shorter than this ends no transfer. */
const PATIENCE_MS = 180_000;

/** Answers of the API in a row that decided nothing, after which a person has to try again. */
export const MAX_UNDECIDED = 6;

/** Ms: S3 may take minutes to put the parts of a large object together. */
export const CONFIRM_PATIENCE_MS = 900_000;

/** Ms; the first wait is at most this long. */
export const BASE_MS = 100;
/** Ms; the same where the other side asked for a pause, or takes its time to recover. */
export const SLOW_BASE_MS = 1_000;

const CAP_MS = 20_000;

/** Ms to wait after failed attempt `attempt` (from 1), full jitter by `random` in [0, 1). */
export function backoff(attempt: number, baseMs: number, random: number): number {
  return random * Math.min(CAP_MS, baseMs * 2 ** (attempt - 1));
}

/** Whether to give up after failed attempt `attempt` (from 1), `ms` after the first one failed. */
export function exhausted(attempt: number, ms: number): boolean {
  return attempt >= MAX_ATTEMPTS && ms >= PATIENCE_MS;
}
