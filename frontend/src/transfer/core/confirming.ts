/** Completes an upload through the API: done only when the API says so. */
import { cancelled, conflict, fail, failKeeping, type Step } from "./endings";
import type { Confirmation } from "./events";
import type { Failure } from "./failure";
import { confirmLater, isUndecided } from "./undecided";
import { type Checking, common, type Confirming } from "./upload";

/** All bytes are acknowledged and the file is unchanged: asks the API to complete the upload. */
export function startConfirming(upload: Checking): Step {
  const { plan, etags } = upload;
  const open = { asked: false, cancelled: false, inDoubt: false };
  return [{ ...common(upload), phase: "confirming", plan, etags, ...open }, [{ kind: "confirm" }]];
}

/** The API has answered. */
export function settleConfirmation(
  upload: Confirming,
  confirmation: Confirmation,
  random: number,
): Step {
  if (confirmation.kind === "failed") return refused(upload, confirmation.failure, random);
  const { key, notified } = confirmation;
  const sentBytes = upload.source.size;
  return [{ ...common(upload), sentBytes, phase: "done", key, notified }, []];
}

function refused(upload: Confirming, reason: Failure, random: number): Step {
  if (upload.cancelled) return cancelled(upload);
  if (isUndecided(reason)) return confirmLater(upload, reason, random);
  if (reason.code === "conflict") return conflict(upload, reason);
  if (!upload.inDoubt) return fail(upload, reason);
  // The lost PUT never arrived, so it is sent again.
  return [{ ...common(upload), phase: "queued" }, [{ kind: "plan" }]];
}

/** The API could not be asked, so whether the upload is complete is not known. */
export function confirmUnanswered(upload: Confirming, reason: Failure): Step {
  if (upload.cancelled) return cancelled(upload);
  return failKeeping({ ...upload, asked: false }, reason);
}

/** A person tries again: first asks about what S3 may already hold. */
export function confirmAgain(kept: Confirming): Step {
  return [{ ...kept, attempt: kept.attempt + 1 }, [{ kind: "confirm" }]];
}
