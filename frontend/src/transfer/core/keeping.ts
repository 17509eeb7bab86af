/** What is kept of an upload that stops: all that S3 has of it, or may have. */
import type { Confirming, Kept, Sending, Upload } from "./upload";

const NONE: ReadonlySet<number> = new Set();

/** Null: nothing was begun at S3. */
export function keep(upload: Upload): Kept | Confirming | null {
  switch (upload.phase) {
    case "resuming":
      return { ...keptOf(upload, true), unread: upload.unread };
    case "sending":
      return isAtS3(upload) ? keptSending(upload) : null;
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
  return { phase: "sending", plan, acked, unread: NONE, isStale };
}

function keptSending(upload: Sending): Kept {
  const { comparing } = upload;
  const unread = [...comparing].filter((part) => upload.acked[part - 1] !== null);
  return { ...keptOf(upload, comparing.size > 0), unread: new Set(unread) };
}

/** Another file may come in its place, or the same with other bytes: none of its parts is read. */
export function unread(kept: Kept): Kept {
  const noted = kept.acked.flatMap((part, i) => (part === null ? [] : [i + 1]));
  return { ...kept, unread: new Set(noted), isStale: true };
}

/** A single PUT of which nothing is on its way, nor has been, has left nothing. */
function isAtS3({ plan, inDoubt, inFlight }: Sending): boolean {
  return plan.kind === "multipart" || inDoubt || inFlight.size > 0;
}
