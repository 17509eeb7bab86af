/** Uploads that fail before anything was begun. */
import type { Failure } from "../core/failure";
import { step } from "../core/step";
import type { Queued, Upload } from "../core/upload";

/** The effects of the failure are none, for there is nothing to stop or to give up. */
export function failed(upload: Queued, reason: Failure): Upload {
  return step(upload, { kind: "failed", failure: reason })[0];
}
