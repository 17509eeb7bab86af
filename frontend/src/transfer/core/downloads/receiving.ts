/** Fetches ranges: which one goes next, and when a fresh URL is needed. */
import { type SignedUrl, usable } from "../plan";
import {
  common,
  type Download,
  type Kept,
  type Opening,
  type Receiving,
  type Verifying,
} from "./download";
import { unchanged } from "./endings";
import type { Step } from "./events";
import { rangeAt, rangeCount, rangeHeaders } from "./ranges";

/** Staging is ready: fetches what is not stored yet. */
export function startReceiving(opening: Opening, hasKept: boolean): Step<Download> {
  const isLost = !hasKept && opening.kept.stored.size > 0;
  const kept = isLost
    ? { ...opening.kept, stored: new Set<number>(), storedBytes: 0 }
    : opening.kept;
  const { object, rangeSize, stored, storedBytes } = kept;
  const all = Array.from({ length: rangeCount(object.size, rangeSize) }, (_, i) => i);
  const receiving: Receiving = {
    ...common(opening),
    phase: "receiving",
    kept,
    receivedBytes: isLost ? 0 : Math.max(opening.receivedBytes, storedBytes),
    request: opening.request,
    expiredOnce: false,
    missing: all.filter((range) => !stored.has(range)),
    backingOff: new Set(),
    inFlight: new Map(),
    attempts: new Map(),
    failingSince: null,
  };
  const [next, effects] = ended(receiving);
  return [next, isRemembered(kept) ? [{ kind: "remember" }, ...effects] : effects];
}

/** Of what comes in one request nothing is left after a reload, so only its key is remembered. */
export function isRemembered({ object, rangeSize }: Kept): boolean {
  return object.size > rangeSize;
}

/** Whether the download could use one more connection right now. */
export function wantsConnection(download: Download): boolean {
  return download.phase === "receiving" && download.request !== null && download.missing.length > 0;
}

/** Uses a connection: fetches the next range, or asks for a URL if this one lay for too long. */
export function useConnection(download: Receiving, now: number): Step<Download> {
  const { request, missing, kept } = download;
  const range = missing[0];
  if (request === null || range === undefined) return unchanged(download);
  if (!usable(request, now)) return renewUrl(download);
  const { object, rangeSize } = kept;
  const bytes = rangeAt(range, object.size, rangeSize);
  const headers = { ...request.headers, ...rangeHeaders(bytes, object) };
  const inFlight = new Map(download.inFlight).set(range, { loaded: 0, url: request.url });
  return [
    { ...download, missing: missing.slice(1), inFlight },
    [{ kind: "fetch", range, request: { ...request, headers }, ...bytes }],
  ];
}

/** Has the object planned again, for its URL; ranges on their way go on. */
export function renewUrl(download: Receiving): Step<Download> {
  return [{ ...download, request: null }, [{ kind: "plan" }]];
}

/** The fresh URL has come. */
export function addUrl(download: Receiving, request: SignedUrl): Step<Download> {
  return [{ ...download, request }, []];
}

/** Notes that `loaded` bytes of a range have come. */
export function progress(download: Receiving, range: number, loaded: number): Step<Download> {
  const flight = download.inFlight.get(range);
  if (flight === undefined) return unchanged(download);
  const inFlight = new Map(download.inFlight).set(range, { ...flight, loaded });
  return [withReceivedBytes({ ...download, inFlight }), []];
}

/** Counts received bytes anew: never less than before, never more than there are. */
export function withReceivedBytes(download: Receiving): Receiving {
  const { kept, inFlight, receivedBytes } = download;
  const moving = [...inFlight.values()].reduce((sum, { loaded }) => sum + loaded, 0);
  const counted = Math.max(receivedBytes, kept.storedBytes + moving);
  return { ...download, receivedBytes: Math.min(kept.object.size, counted) };
}

/** Goes on to verify if every range is stored. */
export function ended(download: Receiving): Step<Download> {
  const { object, rangeSize, stored } = download.kept;
  if (stored.size < rangeCount(object.size, rangeSize)) return unchanged(download);
  const verifying: Verifying = {
    ...common(download),
    kept: download.kept,
    receivedBytes: object.size,
    phase: "verifying",
  };
  return [verifying, [{ kind: "verify" }]];
}
