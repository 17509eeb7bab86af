/** The ways an upload stops, and what each leaves to clean up. */
import type { Effect } from "./events";
import type { Failure } from "./failure";
import { keep, unread } from "./keeping";
import { needsNewKeys } from "./keys";
import { keepsParts } from "./passing";
import type { BegunPlan } from "./plan";
import {
  common,
  type Conflicting,
  type Confirming,
  type Kept,
  type Paused,
  type PauseReason,
  type Upload,
} from "./upload";

/** The upload afterwards, and what the world has to do. */
export type Step = readonly [Upload, readonly Effect[]];

/** Nothing changes: the event came too late or does not concern this phase. */
export function unchanged(upload: Upload): Step {
  return [upload, []];
}

/** Ends in failure; the parts already with S3 are given up, unless the reason may pass. */
export function fail(upload: Upload, reason: Failure): Step {
  // New keys go on with what the old ones began.
  if (needsNewKeys(reason)) return pausedFor(upload, "credentials");
  const kept = keep(upload);
  // A drive that was unplugged comes back, and the file can be picked again.
  if (reason.code === "file_unreadable" && kept?.plan.kind === "multipart") {
    return pausedFor(upload, "file");
  }
  if (kept !== null && keepsParts(kept.plan, reason)) return failKeeping(upload, reason);
  return [
    { ...common(upload), phase: "failed", failure: reason, kept: null },
    [{ kind: "stop" }, ...abandoned(upload)],
  ];
}

/** Ends in failure for now: parts stay with S3, or it may hold the object; trying again goes on. */
export function failKeeping(upload: Upload, reason: Failure): Step {
  if (needsNewKeys(reason)) return pausedFor(upload, "credentials");
  const kept = keep(upload);
  const isOther = reason.code === "file_changed" && kept?.phase === "sending";
  const known = isOther ? unread(kept) : kept;
  return [{ ...common(upload), phase: "failed", failure: reason, kept: known }, [{ kind: "stop" }]];
}

/** Stops for a while; what is being checked or completed goes on, as long as the keys are good. */
export function pause(upload: Upload, reason: PauseReason): Step {
  switch (upload.phase) {
    case "queued":
    case "planning":
    case "resuming":
    case "sending":
      return pausedFor(upload, reason);
    case "confirming":
      return reason === "credentials" && !upload.asked
        ? pausedFor(upload, reason)
        : unchanged(upload);
    case "paused":
      return outweighs(reason, upload.reason) ? [{ ...upload, reason }, []] : unchanged(upload);
    case "checking":
    case "done":
    case "conflict":
    case "failed":
    case "cancelled":
      return unchanged(upload);
    default:
      return upload satisfies never;
  }
}

/** What a person paused does not go on with new keys; without its file nothing goes on at all. */
function outweighs(reason: PauseReason, before: PauseReason): boolean {
  if (reason === "credentials" || reason === before) return false;
  return reason !== "person" || before === "credentials";
}

function pausedFor(upload: Upload, reason: PauseReason): Step {
  const kept = keep(upload);
  const known = kept?.phase === "sending" ? keptFor(kept, reason) : kept;
  return [{ ...common(upload), phase: "paused", reason, kept: known }, [{ kind: "stop" }]];
}

function keptFor(kept: Kept, reason: PauseReason): Kept {
  if (reason === "file") return unread(kept);
  // Until there are new keys much can happen to what S3 has.
  return reason === "credentials" ? { ...kept, isStale: true } : kept;
}

/** Another object has the key; a person decides. */
export function conflict(upload: Upload, reason: Failure): Step {
  const kept = keep(upload);
  const stays = kept !== null && keepsParts(kept.plan, reason);
  return [
    { ...common(upload), phase: "conflict", failure: reason },
    [{ kind: "stop" }, ...(stays ? [] : abandoned(upload))],
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
    case "queued":
    case "planning":
    case "resuming":
    case "sending":
    case "failed":
    case "conflict":
      return cancelled(upload);
    case "paused":
      return isPutConfirming(upload) ? unchanged(upload) : cancelled(upload);
    default:
      return upload satisfies never;
  }
}

/** S3 may have the object already, and nothing takes it back. */
function isPutConfirming({ kept }: Paused): boolean {
  return kept?.phase === "confirming" && kept.plan.kind === "put";
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
  const kept = keep(upload);
  return kept === null ? [] : abort(kept.plan);
}

/** Takes back what a plan began at S3: a PUT has begun nothing. */
export function abort(plan: BegunPlan): readonly Effect[] {
  if (plan.kind === "put") return [];
  return [{ kind: "abort", key: plan.key, uploadId: plan.uploadId }];
}
