/** How long to wait before trying again, and how often. */

/** Failed attempts after which a request is given up; any progress of its upload starts anew. */
export const MAX_ATTEMPTS = 10;

/** Answers of the API in a row that decided nothing, after which a person has to try again. */
export const MAX_UNDECIDED = 6;

/** Attempts that must fail without a word before a bucket never reached counts as blocked (CORS). */
export const BLOCKED_AFTER = 4;

/** Ms; the first wait is at most this long. */
export const BASE_MS = 100;
/** Ms; the same where the other side asked for a pause, or takes its time to recover. */
export const SLOW_BASE_MS = 1_000;

const CAP_MS = 20_000;

/** Ms to wait after failed attempt `attempt` (from 1), full jitter by `random` in [0, 1). */
export function backoff(attempt: number, baseMs: number, random: number): number {
  return random * Math.min(CAP_MS, baseMs * 2 ** (attempt - 1));
}
