/** How long to wait before trying again, and how often. */

/** Failed attempts after which a request is given up; any progress of its upload starts anew. */
export const MAX_ATTEMPTS = 10;

/** Attempts that must fail without a word before a bucket never reached counts as blocked (CORS). */
export const BLOCKED_AFTER = 4;

const BASE_MS = 100;
const THROTTLED_BASE_MS = 1_000;
const CAP_MS = 20_000;

/** Milliseconds to wait after failed attempt `attempt` (from 1), full jitter by `random` in [0, 1). */
export function backoff(attempt: number, throttled: boolean, random: number): number {
  const base = throttled ? THROTTLED_BASE_MS : BASE_MS;
  return random * Math.min(CAP_MS, base * 2 ** (attempt - 1));
}
