/** Settles a request: what S3's answer means for the piece it carried and for the upload. */
import { judge, type Verdict } from "./answer";
import { conflict, fail, failKeeping, type Step, unchanged } from "./endings";
import type { Effect, UploadEvent } from "./events";
import { type Failure, failure } from "./failure";
import { pieceRange } from "./plan";
import { backoff, BASE_MS, exhausted, SLOW_BASE_MS } from "./retry";
import { signMore, withSentBytes } from "./sending";
import { type Checking, common, type Confirming, type Sending } from "./upload";

type Answered = Extract<UploadEvent, { kind: "answered" }>;

/** The answer to a piece, or its absence, has come. */
export function settle(before: Sending, event: Answered): Step {
  if (!before.inFlight.has(event.part)) return unchanged(before);
  const inFlight = new Map(before.inFlight);
  inFlight.delete(event.part);
  const upload = { ...before, inFlight };
  const verdict = judge(event.answer, upload.source.bucket, upload.plan.key);
  switch (verdict.kind) {
    case "stored":
      return acknowledge(upload, event.part, verdict.etag);
    case "try-again":
      return tryAgain({ ...upload, inDoubt: true }, event, verdict);
    case "url-expired":
      return signAgain(upload, event);
    case "key-taken":
      return keyTaken(upload);
    case "refused":
      return fail(upload, verdict.failure);
    default:
      return verdict satisfies never;
  }
}

function acknowledge(upload: Sending, part: number, etag: string | null): Step {
  if (upload.plan.kind === "multipart" && etag === null) {
    return fail(upload, failure("cors_etag_not_exposed", { bucket: upload.source.bucket }));
  }
  const { from, to } = pieceRange(upload.plan, part, upload.source.size);
  const signed = new Map(upload.signed);
  signed.delete(part);
  const acknowledged = withSentBytes({
    ...upload,
    signed,
    etags: upload.etags.with(part - 1, etag),
    ackedParts: upload.ackedParts + 1,
    ackedBytes: upload.ackedBytes + to - from,
    attempts: new Map(),
    failingSince: null,
  });
  return acknowledged.ackedParts === acknowledged.etags.length
    ? [checking(acknowledged), [{ kind: "check" }]]
    : [acknowledged, []];
}

function checking(upload: Sending): Checking {
  return { ...common(upload), phase: "checking", plan: upload.plan, etags: upload.etags };
}

function tryAgain(
  upload: Sending,
  event: Answered,
  verdict: Extract<Verdict, { kind: "try-again" }>,
): Step {
  const { part, now } = event;
  const again = [...upload.again, part];
  // Without a network nothing is learnt, so nothing is spent: it goes again when there is one.
  if (!event.online) {
    return signMore({ ...upload, again, failingSince: null }, now);
  }
  const attempt = (upload.attempts.get(part) ?? 0) + 1;
  const failingSince = upload.failingSince ?? now;
  if (exhausted(attempt, now - failingSince)) return giveUp(upload, verdict.failure);
  const ms = backoff(attempt, verdict.throttled ? SLOW_BASE_MS : BASE_MS, event.random);
  const backingOff = new Set(upload.backingOff).add(part);
  const attempts = new Map(upload.attempts).set(part, attempt);
  const failing = { ...upload, backingOff, attempts, failingSince };
  return [failing, [{ kind: "wait", part, ms }, ...askedAbout(event)]];
}

/** A browser says the same nothing for a bucket without CORS as for a broken line. */
function askedAbout({ answer, reached }: Answered): readonly Effect[] {
  return answer.kind === "broken" && !reached ? [{ kind: "diagnose" }] : [];
}

/** What a broken line left at S3 is worth keeping; after refusals of S3's nothing is. */
function giveUp(upload: Sending, reason: Failure): Step {
  if (upload.plan.kind === "put") return failKeeping(doubtful(upload), reason);
  return reason.code === "network_failed" ? failKeeping(upload, reason) : fail(upload, reason);
}

/** The wait of a part is over. */
export function endBackoff(upload: Sending, part: number, now: number): Step {
  if (!upload.backingOff.has(part)) return unchanged(upload);
  const backingOff = new Set(upload.backingOff);
  backingOff.delete(part);
  return signMore({ ...upload, backingOff, again: [...upload.again, part] }, now);
}

function signAgain(upload: Sending, event: Answered): Step {
  if (upload.plan.kind === "put") return planAgain(upload);
  if (upload.resigned.has(event.part)) return fail(upload, failure("signature_expired"));
  const signed = new Map(upload.signed);
  signed.delete(event.part);
  const resigned = new Set(upload.resigned).add(event.part);
  return signMore({ ...upload, signed, resigned, again: [...upload.again, event.part] }, event.now);
}

function planAgain(upload: Sending): Step {
  if (upload.expiredOnce) return fail(upload, failure("signature_expired"));
  const renewed = { ...upload, expiredOnce: true };
  if (upload.inDoubt) return [doubtful(renewed), [{ kind: "confirm" }]];
  return [{ ...common(renewed), phase: "queued" }, [{ kind: "plan" }]];
}

function keyTaken(upload: Sending): Step {
  const { bucket, name } = upload.source;
  const { key, kind } = upload.plan;
  // No condition is ever set on a part, so S3 has no reason to say this.
  if (kind === "multipart") return fail(upload, failure("s3_error", { status: 412, bucket, key }));
  if (upload.inDoubt) return [doubtful(upload), [{ kind: "confirm" }]];
  return conflict(upload, { code: "conflict", params: { bucket, key, name }, requestId: null });
}

/** The API can tell by the nonce whether the object is ours, another's or not there. */
function doubtful(upload: Sending): Confirming {
  const { plan, etags } = upload;
  const open = { asked: false, cancelled: false, inDoubt: true };
  return { ...common(upload), phase: "confirming", plan, etags, ...open };
}
