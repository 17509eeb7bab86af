/** How long a link can work: the choices, and the longest that the keys in use allow. */
import type { ShareLimit } from "../objectDetails";

/** 15 minutes, 1 hour, 12 hours, 1 day, 7 days; in seconds. */
export const choices = [900, 3_600, 43_200, 86_400, 604_800] as const;

export type Choice = (typeof choices)[number];

/** Seconds until a link made `now` (milliseconds since 1970) ends at the latest. */
export function longest({ maxSeconds, sessionEndsAt }: ShareLimit, now: number): number {
  if (sessionEndsAt === null) return maxSeconds;
  const left = Math.floor((Date.parse(sessionEndsAt) - now) / 1000);
  return Math.min(maxSeconds, left);
}

/** An hour, if it can be. */
export function firstChoice(seconds: number): Choice {
  return seconds >= 3_600 ? 3_600 : 900;
}
