/** The reducer of one upload: what happened, what it becomes, what the world has to do next. */
import { confirmUnanswered, settleConfirmation, startConfirming } from "./confirming";
import {
  abort,
  cancel,
  conflict,
  fail,
  failKeeping,
  pause,
  skip,
  type Step,
  unchanged,
} from "./endings";
import type { UploadEvent } from "./events";
import type { Failure } from "./failure";
import type { Plan } from "./plan";
import { compared, goOn, listed, listUnanswered } from "./resuming";
import { addUrls, progress, startSending, useConnection } from "./sending";
import { endBackoff, settle } from "./settling";
import { due, isUndecided, planLater } from "./undecided";
import { common, type Paused, queuedAgain, type Sending, type Upload } from "./upload";

type Planned = Extract<UploadEvent, { kind: "planned" }>;

/** Pure: time and randomness come with the event, effects are data. */
export function step(upload: Upload, event: UploadEvent): Step {
  switch (event.kind) {
    case "plan-asked":
      return planAsked(upload);
    case "planned":
      return planned(upload, event);
    case "plan-unanswered":
      return upload.phase === "planning" && upload.attempt === event.attempt
        ? fail(upload, event.failure)
        : unchanged(upload);
    case "connection-granted":
      return whileSending(upload, (sending) => useConnection(sending, event.now));
    case "signed":
      return inAttempt(upload, event.attempt, (sending) => addUrls(sending, event.parts));
    case "sign-unanswered":
      return inAttempt(upload, event.attempt, (sending) => failKeeping(sending, event.failure));
    case "progressed":
      return whileSending(upload, (sending) => progress(sending, event.part, event.loaded));
    case "answered":
      return whileSending(upload, (sending) => settle(sending, event));
    case "waited":
      return whileSending(upload, (sending) => endBackoff(sending, event.part, event.now));
    case "checked":
      return upload.phase === "checking" ? startConfirming(upload) : unchanged(upload);
    case "confirm-asked":
      return upload.phase === "confirming" ? [{ ...upload, asked: true }, []] : unchanged(upload);
    case "confirmed":
      return upload.phase === "confirming" ? settleConfirmation(upload, event) : unchanged(upload);
    case "confirm-unanswered":
      return upload.phase === "confirming"
        ? confirmUnanswered(upload, event.failure)
        : unchanged(upload);
    case "due":
      return due(upload);
    case "listed":
      return upload.phase === "resuming" && upload.attempt === event.attempt
        ? listed(upload, event.parts, event.now)
        : unchanged(upload);
    case "list-unanswered":
      return upload.phase === "resuming" && upload.attempt === event.attempt
        ? listUnanswered(upload, event.failure)
        : unchanged(upload);
    case "compared":
      return inAttempt(upload, event.attempt, (sending) => compared(sending, event));
    case "paused":
      return pause(upload, event.reason);
    case "resumed":
      return upload.phase === "paused" ? goOn(upload, event.now) : unchanged(upload);
    case "failed":
      return failed(upload, event.failure);
    case "cancelled":
      return cancel(upload);
    case "retried":
      return retried(upload, event.now);
    case "resolved":
      return resolved(upload, event.choice);
    default:
      return event satisfies never;
  }
}

function whileSending(upload: Upload, next: (sending: Sending) => Step): Step {
  return upload.phase === "sending" ? next(upload) : unchanged(upload);
}

/** What an earlier attempt asked for is nothing to this one. */
function inAttempt(upload: Upload, attempt: number, next: (sending: Sending) => Step): Step {
  return upload.attempt === attempt ? whileSending(upload, next) : unchanged(upload);
}

function planAsked(upload: Upload): Step {
  if (upload.phase !== "queued") return unchanged(upload);
  return [{ ...common(upload), phase: "planning" }, []];
}

function planned(upload: Upload, { plan, now, random }: Planned): Step {
  if (upload.phase === "paused" && upload.kept === null) return plannedMeanwhile(upload, plan);
  if (upload.phase !== "planning") {
    // Cancelled while the plan was on its way: what it began at S3 must not stay there.
    return [upload, plan.kind === "refused" ? [] : abort(plan)];
  }
  if (plan.kind !== "refused") return startSending(upload, plan, now);
  if (isUndecided(plan.failure)) return planLater(upload, plan.failure, random);
  const { code } = plan.failure;
  return code === "conflict" ? conflict(upload, plan.failure) : fail(upload, plan.failure);
}

/** Paused while the plan was on its way: what it began at S3 is there to go on with. */
function plannedMeanwhile(upload: Paused, plan: Plan): Step {
  if (plan.kind !== "multipart") return unchanged(upload);
  const acked = Array.from({ length: plan.partCount }, () => null);
  return [
    { ...upload, kept: { phase: "sending", plan, acked, unread: new Set(), isStale: false } },
    [],
  ];
}

function failed(upload: Upload, reason: Failure): Step {
  switch (upload.phase) {
    case "queued":
    case "planning":
    case "resuming":
    case "sending":
    case "checking":
    case "paused":
      return fail(upload, reason);
    case "confirming":
    case "done":
    case "conflict":
    case "failed":
    case "cancelled":
      return unchanged(upload);
    default:
      return upload satisfies never;
  }
}

function retried(upload: Upload, now: number): Step {
  if (upload.phase === "failed") return goOn(upload, now);
  if (upload.phase !== "cancelled") return unchanged(upload);
  return [queuedAgain(upload, upload.onConflict), [{ kind: "plan" }]];
}

function resolved(upload: Upload, choice: "replace" | "keep-both" | "skip"): Step {
  if (upload.phase !== "conflict") return unchanged(upload);
  if (choice === "skip") return skip(upload);
  return [queuedAgain(upload, choice), [{ kind: "plan" }]];
}
