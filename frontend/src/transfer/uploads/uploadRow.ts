/** The row of an upload. */
import { remaining, speed } from "../core/speed";
import type { Upload } from "../core/upload";
import type { Failure, TransferStatus, TransferView } from "../transfers";
import { offline, type Row, type Surroundings, trouble } from "../views";
import { planOf, uploadIdOf } from "./begun";

export function rowOf(upload: Upload): Row {
  return {
    id: upload.source.id,
    isMoving: statusOf(upload) === "uploading",
    movedBytes: upload.sentBytes,
    view: (around) => viewOf(upload, around),
  };
}

function viewOf(upload: Upload, { meter, now, held }: Surroundings): TransferView {
  const { id, bucket, prefix, name, size } = upload.source;
  const status = statusOf(upload);
  const moving = status === "uploading" && !held;
  const failingSince = upload.phase === "sending" ? upload.failingSince : null;
  return {
    id,
    direction: "upload",
    bucket,
    prefix,
    name,
    key: keyOf(upload),
    uploadId: uploadIdOf(upload),
    size,
    status,
    movedBytes: upload.sentBytes,
    bytesPerSecond: moving ? speed(meter, now) : null,
    remainingSeconds: moving ? remaining(meter, size - upload.sentBytes, now) : null,
    failure: failureOf(upload) ?? offline(status, held) ?? trouble(failingSince, now),
    pausedFor: upload.phase === "paused" ? upload.reason : null,
    verified: upload.phase === "done" ? upload.verified : null,
    notified: upload.phase === "done" ? upload.notified : null,
    download: null,
  };
}

function statusOf(upload: Upload): TransferStatus {
  switch (upload.phase) {
    case "queued":
    case "planning":
    case "resuming":
      return "waiting";
    case "sending":
      return upload.next === 1 ? "waiting" : "uploading";
    case "checking":
    case "confirming":
      return "confirming";
    case "paused":
    case "done":
    case "failed":
    case "conflict":
      return upload.phase;
    case "cancelled":
      return upload.skipped ? "skipped" : "cancelled";
    default:
      return upload satisfies never;
  }
}

function keyOf(upload: Upload): string | null {
  return upload.phase === "done" ? upload.key : (planOf(upload)?.key ?? null);
}

function failureOf(upload: Upload): Failure | null {
  if (upload.phase !== "failed" && upload.phase !== "conflict") return null;
  // Core names its own codes and passes the API's through, so every code is one of the two unions.
  return upload.failure as Failure;
}
