/** The ways an upload stops, and what each leaves to clean up. */
import type { Effect } from "./events";
import type { Failure } from "./failure";
import type { MultipartPlan, PutPlan } from "./plan";
import { common, type Conflicting, type Confirming, type Sending, type Upload } from "./upload";

/** The upload afterwards, and what the world has to do. */
export type Step = readonly [Upload, readonly Effect[]];

/** Nothing changes: the event came too late or does not concern this phase. */
export function unchanged(upload: Upload): Step {
  return [upload, []];
}

/** Ends in failure; the parts already with S3 are given up. */
export function fail(upload: Upload, reason: Failure): Step {
  return [
    { ...common(upload), phase: "failed", failure: reason, kept: null },
    [{ kind: "stop" }, ...abandoned(upload)],
  ];
}

/** Ends in failure for now: parts stay with S3, or it may hold the object; trying again goes on. */
export function failKeeping(kept: Sending | Confirming, reason: Failure): Step {
  return [{ ...common(kept), phase: "failed", failure: reason, kept }, [{ kind: "stop" }]];
}

/** Another object has the key; a person decides. */
export function conflict(upload: Upload, reason: Failure): Step {
  return [
    { ...common(upload), phase: "conflict", failure: reason },
    [{ kind: "stop" }, ...abandoned(upload)],
  ];
}

/** Stops because a person said so. What S3 already has in full is not taken back. */
export function cancel(upload: Upload): Step {
  switch (upload.phase) {
    case "done":
    case "cancelled":
      return unchanged(upload);
    case "checking":
      return upload.plan.kind === "put" ? unchanged(upload) : cancelled(upload);
    case "confirming":
      return cancelConfirming(upload);
    case "failed":
      return cancelled(upload.kept ?? upload);
    case "queued":
    case "planning":
    case "sending":
    case "conflict":
      return cancelled(upload);
    default:
      return upload satisfies never;
  }
}

function cancelConfirming(upload: Confirming): Step {
  if (upload.plan.kind === "put") return unchanged(upload);
  return upload.asked ? [{ ...upload, cancelled: true }, []] : cancelled(upload);
}

/** Cancelled for good, with nothing left in the bucket. */
export function cancelled(upload: Upload): Step {
  const ended: Upload = { ...common(upload), phase: "cancelled", skipped: false };
  return [ended, [{ kind: "stop" }, ...abandoned(upload)]];
}

/** Leaves what has the key; nothing of this upload is in the bucket. */
export function skip(upload: Conflicting): Step {
  return [{ ...common(upload), phase: "cancelled", skipped: true }, []];
}

function abandoned(upload: Upload): readonly Effect[] {
  return "plan" in upload ? abort(upload.plan) : [];
}

/** Takes back what a plan began at S3: a PUT has begun nothing. */
export function abort(plan: PutPlan | MultipartPlan): readonly Effect[] {
  if (plan.kind === "put") return [];
  return [{ kind: "abort", key: plan.key, uploadId: plan.uploadId }];
}
