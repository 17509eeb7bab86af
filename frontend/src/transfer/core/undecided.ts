/** Answers of the API that decide nothing yet: AWS was busy or silent, so the same is asked again later. */
import { fail, failKeeping, type Step, unchanged } from "./endings";
import type { Failure } from "./failure";
import { backoff, CONFIRM_PATIENCE_MS, MAX_UNDECIDED, SLOW_BASE_MS } from "./retry";
import { common, type Confirming, type Planning, type Upload } from "./upload";

const CODES = new Set<Failure["code"]>(["aws_throttled", "aws_unreachable", "aws_error"]);

export function isUndecided(reason: Failure): boolean {
  return CODES.has(reason.code);
}

/** Nothing was begun at S3; the upload goes back to the queue for a while. */
export function planLater(upload: Planning, reason: Failure, random: number): Step {
  const undecided = upload.undecided + 1;
  if (undecided >= MAX_UNDECIDED) return fail(upload, reason);
  const ms = backoff(undecided, SLOW_BASE_MS, random);
  return [{ ...common(upload), undecided, phase: "queued" }, [{ kind: "later", ms }]];
}

/** S3 may still be putting the parts together, so they are not given up. */
export function confirmLater(
  upload: Confirming,
  reason: Failure,
  now: number,
  random: number,
): Step {
  const undecided = upload.undecided + 1;
  const undecidedSince = upload.undecidedSince ?? now;
  const open = { ...upload, asked: false, undecided, undecidedSince };
  if (now - undecidedSince >= CONFIRM_PATIENCE_MS) return failKeeping(open, reason);
  return [open, [{ kind: "later", ms: backoff(undecided, SLOW_BASE_MS, random) }]];
}

/** The while is over. */
export function due(upload: Upload): Step {
  if (upload.phase === "queued") return [upload, [{ kind: "plan" }]];
  if (upload.phase === "confirming" && !upload.asked) return [upload, [{ kind: "confirm" }]];
  return unchanged(upload);
}
