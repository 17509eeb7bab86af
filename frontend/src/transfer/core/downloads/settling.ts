/** Settles a request: what S3's answer means for the range that it asked for and for the download. */
import type { Failure } from "../failure";
import { backoff, BASE_MS, exhausted, SLOW_BASE_MS } from "../retry";
import { judgeRange, type Verdict } from "./answer";
import { type Download, type Receiving, withStored } from "./download";
import { fail, restart, unchanged } from "./endings";
import type { Answered, Effect, Step } from "./events";
import { ended, isRemembered, renewUrl, withReceivedBytes } from "./receiving";

/** The answer to a range, or its absence, has come. */
export function settle(before: Receiving, event: Answered): Step<Download> {
  const flight = before.inFlight.get(event.range);
  if (flight === undefined) return unchanged(before);
  const inFlight = new Map(before.inFlight);
  inFlight.delete(event.range);
  const download = { ...before, inFlight };
  const { bucket, key } = download.source;
  const { etag } = download.kept.object;
  const verdict = judgeRange(event.answer, { bucket, key, etag });
  switch (verdict.kind) {
    case "stored":
      return store(download, event.range);
    case "try-again":
      return tryAgain(download, event, verdict);
    case "url-refused":
      return expired(download, event.range, flight.url, verdict.failure);
    case "changed":
      return restart(download);
    case "refused":
      return fail(download, verdict.failure);
    default:
      return verdict satisfies never;
  }
}

function store(download: Receiving, range: number): Step<Download> {
  const stored = withReceivedBytes({
    ...download,
    kept: withStored(download.kept, range),
    expiredOnce: false,
    attempts: new Map(),
    failingSince: null,
  });
  const [next, effects] = ended(stored);
  return [
    next,
    isRemembered(stored.kept) ? [{ kind: "remember-range", range }, ...effects] : effects,
  ];
}

function tryAgain(
  download: Receiving,
  event: Answered,
  verdict: Extract<Verdict, { kind: "try-again" }>,
): Step<Download> {
  const { range, now } = event;
  // Without a network nothing is learnt, so nothing is spent: it goes again when there is one.
  if (!event.online) {
    return [{ ...download, missing: [range, ...download.missing], failingSince: null }, []];
  }
  const attempt = (download.attempts.get(range) ?? 0) + 1;
  const failingSince = download.failingSince ?? now;
  if (exhausted(attempt, now - failingSince)) return fail(download, verdict.failure);
  const ms = backoff(attempt, verdict.throttled ? SLOW_BASE_MS : BASE_MS, event.random);
  const backingOff = new Set(download.backingOff).add(range);
  const attempts = new Map(download.attempts).set(range, attempt);
  const failing = { ...download, backingOff, attempts, failingSince };
  return [failing, [{ kind: "wait", range, ms }, ...askedAbout(event)]];
}

/** A browser says the same nothing for a bucket without CORS as for a broken line. */
function askedAbout({ answer, reached }: Answered): readonly Effect[] {
  return answer.kind === "broken" && !reached ? [{ kind: "diagnose" }] : [];
}

/** The wait of a range is over. */
export function endBackoff(download: Receiving, range: number): Step<Download> {
  if (!download.backingOff.has(range)) return unchanged(download);
  const backingOff = new Set(download.backingOff);
  backingOff.delete(range);
  return [{ ...download, backingOff, missing: [range, ...download.missing] }, []];
}

function expired(before: Receiving, range: number, url: string, reason: Failure): Step<Download> {
  const download = { ...before, missing: [range, ...before.missing] };
  // Several ranges learn it of one URL.
  if (url !== download.request?.url) return unchanged(download);
  if (download.expiredOnce) return fail(download, reason);
  return renewUrl({ ...download, expiredOnce: true });
}
