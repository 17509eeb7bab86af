/** Goes on with an upload: from what was kept, and from what S3 says that it has. */
import { acknowledge, checkOrGoOn, forget, sendingOf } from "./acknowledging";
import { confirmAgain, confirmInDoubt } from "./confirming";
import { fail, failKeeping, type Step, unchanged } from "./endings";
import type { Effect, UploadEvent } from "./events";
import type { Failure } from "./failure";
import { type AckedPart, isSameEtag, type UploadedPart } from "./part";
import { type MultipartPlan, pieceRange } from "./plan";
import { rechecked } from "./rechecking";
import { signMore } from "./sending";
import {
  common,
  type Failed,
  type Kept,
  type Paused,
  queuedAgain,
  type Resuming,
  type Sending,
} from "./upload";

type Compared = Extract<UploadEvent, { kind: "compared" }>;

/** What a pause waited for is there, or a person tries again. */
export function goOn(upload: Paused | Failed, now: number): Step {
  const { kept } = upload;
  if (kept?.phase === "confirming") return confirmAgain(kept, upload.attempt + 1);
  if (kept !== null) return goOnSending(upload, kept, now);
  return [queuedAgain(upload, upload.onConflict), [{ kind: "plan" }]];
}

function goOnSending(upload: Paused | Failed, kept: Kept, now: number): Step {
  const { plan, acked, unread, isStale } = kept;
  const shared = { ...common(upload), attempt: upload.attempt + 1, undecided: 0 };
  if (plan.kind === "put") return confirmInDoubt(shared, plan, acked);
  if (!isStale) return sendOrCheck(sendingOf(shared, plan, acked), now);
  const resuming: Resuming = { ...shared, phase: "resuming", plan, acked, unread };
  return [resuming, [{ kind: "list", attempt: shared.attempt }]];
}

/** S3 has said what it has: a part counts only with the size and the ETag that it should have. */
export function listed(upload: Resuming, parts: readonly UploadedPart[], now: number): Step {
  const { plan, source } = upload;
  const there = new Map(parts.map((part) => [part.partNumber, part]));
  const acked = upload.acked.map((noted, i) => {
    const found = there.get(i + 1);
    if (found === undefined || !isWhole(plan, found, source.size)) return null;
    return noted?.etag != null && isSameEtag(noted.etag, found.etag) ? noted : null;
  });
  const known = { ...upload, acked };
  const doubtful = parts.filter((part) => isDoubtful(known, part));
  const comparing = new Set(doubtful.map(({ partNumber }) => partNumber));
  const sending = sendingOf(common(upload), plan, acked, comparing);
  const [next, effects] = sendOrCheck(sending, now);
  return [next, [...compare(sending, doubtful), ...effects]];
}

/** Noted, but not by whom has read the file as it is now; or not noted, and perhaps the file's. */
function isDoubtful({ plan, acked, unread, source }: Resuming, part: UploadedPart): boolean {
  if (acked[part.partNumber - 1] != null) return unread.has(part.partNumber);
  return plan.etagIsMd5 !== false && isWhole(plan, part, source.size);
}

function isWhole(plan: MultipartPlan, { partNumber, size }: UploadedPart, whole: number): boolean {
  const { from, to } = pieceRange(plan, partNumber, whole);
  return to - from === size;
}

function compare(sending: Sending, doubtful: readonly UploadedPart[]): readonly Effect[] {
  if (doubtful.length === 0) return [];
  const parts = doubtful.map(({ partNumber, etag }) => {
    return { part: partNumber, etag, ...pieceRange(sending.plan, partNumber, sending.source.size) };
  });
  return [{ kind: "compare", attempt: sending.attempt, parts }];
}

function sendOrCheck(sending: Sending, now: number): Step {
  const [next, effects] = checkOrGoOn(sending);
  return next.phase === "sending" ? signMore(next, now) : [next, effects];
}

/** S3 cannot be asked, or no longer knows the upload: then it was perhaps completed. */
export function listUnanswered(upload: Resuming, reason: Failure): Step {
  if (reason.code !== "upload_not_found") return failKeeping(upload, reason);
  // Only its nonce could tell whether an object that is there now was made of these parts.
  if (upload.plan.nonce === null) return fail(upload, reason);
  return confirmInDoubt(common(upload), upload.plan, upload.acked);
}

/** The file's part was hashed: where it is not what S3 has, it is sent again. */
export function compared(upload: Sending, { part, etag, digest, now }: Compared): Step {
  if (!upload.comparing.has(part)) return unchanged(upload);
  const comparing = new Set(upload.comparing);
  comparing.delete(part);
  const sending = { ...upload, comparing };
  const noted = upload.acked[part - 1] ?? null;
  if (noted !== null) {
    return comparedToNote(sending, part, rechecked(upload.plan, noted, digest), now);
  }
  if (digest?.md5 == null || !isSameEtag(etag, digest.md5)) return sendPart(sending, part, now);
  return acknowledge(sending, part, { etag, matched: true, crc64nvme: digest.crc64nvme }, false);
}

function comparedToNote(
  sending: Sending,
  part: number,
  checked: AckedPart | null,
  now: number,
): Step {
  return checked === null
    ? sendPart(forget(sending, part), part, now)
    : checkOrGoOn({ ...sending, acked: sending.acked.with(part - 1, checked) });
}

function sendPart(sending: Sending, part: number, now: number): Step {
  return signMore({ ...sending, again: [...sending.again, part] }, now);
}
