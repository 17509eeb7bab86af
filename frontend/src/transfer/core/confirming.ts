/** Completes an upload through the API: done only when the API says so. */
import { cancelled, conflict, fail, failKeeping, type Step } from "./endings";
import type { Confirmation, UploadEvent } from "./events";
import type { Failure } from "./failure";
import { isSameEtag } from "./part";
import type { BegunPlan } from "./plan";
import { confirmLater, isUndecided } from "./undecided";
import {
  type Checking,
  type Common,
  common,
  type Confirming,
  type Done,
  queuedAgain,
} from "./upload";

type Completed = Extract<Confirmation, { kind: "completed" }>;
type Confirmed = Extract<UploadEvent, { kind: "confirmed" }>;

/** All bytes are acknowledged and the file is unchanged: asks the API to complete the upload. */
export function startConfirming(upload: Checking): Step {
  return [confirmingOf(common(upload), upload, false), [{ kind: "confirm" }]];
}

/** The API can tell by the nonce whether the object is ours, another's or not there. */
export function confirmInDoubt(
  shared: Common,
  plan: BegunPlan,
  acked: Confirming["acked"],
  md5: string | null = null,
): Step {
  return [{ ...confirmingOf(shared, { plan, acked }, true), md5 }, [{ kind: "confirm" }]];
}

function confirmingOf(
  shared: Common,
  { plan, acked }: Pick<Confirming, "plan" | "acked">,
  inDoubt: boolean,
): Confirming {
  const open = { asked: false, cancelled: false, inDoubt, md5: null, undecidedSince: null };
  return { ...shared, phase: "confirming", plan, acked, ...open };
}

/** The API has answered. */
export function settleConfirmation(upload: Confirming, event: Confirmed): Step {
  const { confirmation } = event;
  if (confirmation.kind === "failed") return refused(upload, confirmation.failure, event);
  const { key, notified, etag } = confirmation;
  if (isOther(upload, confirmation)) return confirmWith(upload, etag);
  const verified = verifiedBy(upload, confirmation);
  const sentBytes = upload.source.size;
  return [{ ...common(upload), sentBytes, phase: "done", key, notified, verified }, []];
}

/** Nobody has compared the object with what was sent, and its ETag is not the MD5 of that. */
function isOther({ md5 }: Confirming, { verified, etag }: Completed): boolean {
  return verified === null && md5 !== null && !isSameEtag(etag, md5);
}

/** The API looks closer where it knows the ETag: under KMS it is no MD5, elsewhere that is damage. */
function confirmWith(upload: Confirming, etag: string): Step {
  const acked = upload.acked.map((part) => part && { ...part, etag, matched: false });
  return [confirmingOf(common(upload), { plan: upload.plan, acked }, false), [{ kind: "confirm" }]];
}

/** S3's checksum says the most; where it keeps none, the ETags of all that was sent may do. */
function verifiedBy({ acked, md5 }: Confirming, { verified }: Completed): Done["verified"] {
  const matched = md5 !== null || acked.every((part) => part?.matched);
  return verified ?? (matched ? "MD5" : null);
}

function refused(upload: Confirming, reason: Failure, { now, random }: Confirmed): Step {
  if (upload.cancelled) return cancelled(upload);
  if (isUndecided(reason)) return confirmLater(upload, reason, now, random);
  if (reason.code === "conflict") return conflict(upload, reason);
  if (upload.inDoubt && reason.code === "upload_not_found") return beginAnew(upload);
  return fail(upload, reason);
}

/** What was lost never arrived, so all of it is sent again. */
function beginAnew(upload: Confirming): Step {
  const isPut = upload.plan.kind === "put";
  return [
    isPut ? { ...common(upload), phase: "queued" } : queuedAgain(upload, upload.onConflict),
    [{ kind: "plan" }],
  ];
}

/** The API could not be asked, so whether the upload is complete is not known. */
export function confirmUnanswered(upload: Confirming, reason: Failure): Step {
  return upload.cancelled ? cancelled(upload) : failKeeping(upload, reason);
}

/** Asks again about what S3 may already hold. */
export function confirmAgain(kept: Confirming, attempt: number): Step {
  const fresh = { attempt, asked: false, undecided: 0, undecidedSince: null };
  return [{ ...kept, ...fresh }, [{ kind: "confirm" }]];
}
