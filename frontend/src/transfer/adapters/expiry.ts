/** When a presigned URL ends, on this machine's clock. */
import type { ClockPort } from "../ports";

/** A URL counts as usable for at least this long, whatever the clocks say, so that it is tried. */
const SHORTEST_LIFE_MS = 30_000;

/** The server's time of expiry on this machine's clock, in ms, however wrong that one is. */
export function expiry(expiresAt: string, response: Response, clock: ClockPort): number {
  const now = clock.now();
  const serverNow = Date.parse(response.headers.get("date") ?? "");
  const life = Date.parse(expiresAt) - (Number.isNaN(serverNow) ? now : serverNow);
  return now + Math.max(SHORTEST_LIFE_MS, life);
}
