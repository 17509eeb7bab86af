/** What is kept of an upload that stops: all that S3 has of it, or may have. */
import type { Confirming, Kept, Sending, Upload } from "./upload";

/** Null: nothing was begun at S3. */
export function keep(upload: Upload): Kept | Confirming | null {
  switch (upload.phase) {
    case "resuming":
      return keptOf(upload, true);
    case "sending":
      return isAtS3(upload) ? keptOf(upload, upload.comparing.size > 0) : null;
    case "checking":
      return keptOf(upload, false);
    case "confirming":
      return { ...upload, asked: false };
    case "paused":
    case "failed":
      return upload.kept;
    case "queued":
    case "planning":
    case "done":
    case "conflict":
    case "cancelled":
      return null;
    default:
      return upload satisfies never;
  }
}

function keptOf({ plan, acked }: Pick<Kept, "plan" | "acked">, isStale: boolean): Kept {
  return { phase: "sending", plan, acked, isStale };
}

/** A single PUT of which nothing is on its way, nor has been, has left nothing. */
function isAtS3({ plan, inDoubt, inFlight }: Sending): boolean {
  return plan.kind === "multipart" || inDoubt || inFlight.size > 0;
}
