/** Settles a request: what S3's answer means for the piece it carried and for the upload. */
import { acknowledge } from "./acknowledging";
import { judge, type Verdict } from "./answer";
import { confirmInDoubt } from "./confirming";
import { fail, failKeeping, type Step, unchanged } from "./endings";
import type { Effect, UploadEvent } from "./events";
import { type Failure, failure } from "./failure";
import { type AckedPart, type Digest, isSameEtag } from "./part";
import type { BegunPut } from "./plan";
import { backoff, BASE_MS, exhausted, SLOW_BASE_MS } from "./retry";
import { signMore } from "./sending";
import { common, type Sending } from "./upload";

/** How often a part that arrived damaged is sent again. */
const MAX_RESENDS = 3;

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
      return stored(upload, event, verdict.etag);
    case "try-again":
      return tryAgain({ ...upload, inDoubt: true }, event, verdict);
    case "url-refused":
      return signAgain(upload, event, verdict.failure);
    case "key-taken":
      return keyTaken(upload, event);
    case "refused":
      return fail(upload, verdict.failure);
    default:
      return verdict satisfies never;
  }
}

function stored(upload: Sending, event: Answered, etag: string | null): Step {
  const { plan, source } = upload;
  if (plan.kind === "multipart" && etag === null) {
    return fail(upload, failure("cors_etag_not_exposed", { bucket: source.bucket }));
  }
  const acked = ackedPart(etag, event.digest);
  const isDamaged = plan.kind === "multipart" && plan.etagIsMd5 && acked.matched === false;
  return isDamaged
    ? sendAgain(upload, event)
    : acknowledge(upload, event.part, acked, event.unchanged);
}

function ackedPart(etag: string | null, digest: Digest | null): AckedPart {
  const md5 = digest?.md5 ?? null;
  const matched = etag === null || md5 === null ? null : isSameEtag(etag, md5);
  return { etag, matched, crc64nvme: digest?.crc64nvme ?? null };
}

/** What arrived is not what was sent. */
function sendAgain(upload: Sending, { part, now }: Answered): Step {
  const times = (upload.damaged.get(part) ?? 0) + 1;
  if (times > MAX_RESENDS) return fail(upload, failure("upload_damaged", { key: upload.plan.key }));
  const damaged = new Map(upload.damaged).set(part, times);
  return signMore({ ...upload, damaged, again: [...upload.again, part] }, now);
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
  // The trouble may pass later, so what S3 has is kept for then.
  if (exhausted(attempt, now - failingSince)) return failKeeping(upload, verdict.failure);
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

/** The wait of a part is over. */
export function endBackoff(upload: Sending, part: number, now: number): Step {
  if (!upload.backingOff.has(part)) return unchanged(upload);
  const backingOff = new Set(upload.backingOff);
  backingOff.delete(part);
  return signMore({ ...upload, backingOff, again: [...upload.again, part] }, now);
}

function signAgain(upload: Sending, event: Answered, reason: Failure): Step {
  if (upload.plan.kind === "put") return planAgain(upload, upload.plan, reason);
  if (upload.resigned.has(event.part)) return fail(upload, reason);
  const signed = new Map(upload.signed);
  signed.delete(event.part);
  const resigned = new Set(upload.resigned).add(event.part);
  return signMore({ ...upload, signed, resigned, again: [...upload.again, event.part] }, event.now);
}

/** Even the first answer may be to a PUT that the browser sent again: see keyTaken. */
function planAgain(upload: Sending, plan: BegunPut, reason: Failure): Step {
  if (upload.expiredOnce) return fail(upload, reason);
  return confirmInDoubt({ ...common(upload), expiredOnce: true }, plan, upload.acked);
}

/**
 * A browser sends a PUT again by itself where a connection that it had used before is reset (RFC 9110,
 * 9.2.2), so even the first answer may be about our own object: the nonce tells.
 */
function keyTaken(upload: Sending, { digest }: Answered): Step {
  const { plan, source } = upload;
  // No condition is ever set on a part, so S3 has no reason to say this.
  if (plan.kind === "multipart") {
    return fail(upload, failure("s3_error", { status: 412, bucket: source.bucket, key: plan.key }));
  }
  // Whatever has the key, these are the hashes that it has if it is ours.
  return confirmInDoubt(common(upload), plan, [ackedPart(null, digest)], digest?.md5 ?? null);
}
