/** How many requests may run at once: grows on success, halves when S3 asks to slow down. */
import type { S3Answer } from "./answer";

const START = 6;
const MAX = 18;
/** Browsers open this many HTTP/1.1 connections to one host name. */
const PER_HOST = 6;

export type Outcome = "stored" | "congested" | "other";

export interface Pool {
  /** A fraction counts towards the next whole connection. */
  readonly limit: number;
  readonly inUse: number;
  /** Host names that the bucket's URLs have so far. */
  readonly hosts: number;
  /** When the limit was last cut, in ms; null as long as nothing was congested. */
  readonly cutAt: number | null;
}

export function emptyPool(): Pool {
  return { limit: START, inUse: 0, hosts: 1, cutAt: null };
}

export function hasRoom(pool: Pool): boolean {
  return pool.inUse < Math.min(Math.floor(pool.limit), PER_HOST * pool.hosts);
}

export function acquire(pool: Pool): Pool {
  return { ...pool, inUse: pool.inUse + 1 };
}

/** Notes how many host names the requests go to. */
export function withHosts(pool: Pool, hosts: number): Pool {
  return { ...pool, hosts };
}

/** A request that began at `startedAt` has ended. Requests older than the last cut cut no more. */
export function release(pool: Pool, outcome: Outcome, startedAt: number, now: number): Pool {
  const freed = { ...pool, inUse: pool.inUse - 1 };
  if (outcome === "stored") return { ...freed, limit: grown(pool) };
  if (outcome === "other" || (pool.cutAt !== null && startedAt <= pool.cutAt)) return freed;
  return { ...freed, limit: Math.max(1, pool.limit / 2), cutAt: now };
}

/** Fast until the first congestion, then one connection per round of successes. */
function grown(pool: Pool): number {
  const growth = pool.cutAt === null ? 0.5 : 1 / pool.limit;
  return Math.min(MAX, pool.limit + growth);
}

/** What an answer says about the line: S3's wish to slow down and a stall are congestion. */
export function outcomeOf(answer: S3Answer | { readonly kind: "unstored" }): Outcome {
  if (answer.kind === "stalled") return "congested";
  if (answer.kind === "broken" || answer.kind === "unstored") return "other";
  if (answer.status === 503 || answer.status === 429) return "congested";
  return answer.status < 300 ? "stored" : "other";
}
