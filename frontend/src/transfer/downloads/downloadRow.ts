/** The row of a download. */
import { type Download, sizeOf } from "../core/downloads/download";
import { remaining, speed } from "../core/speed";
import { lastStep } from "../lazyDownloads";
import type { Failure, TransferStatus, TransferView } from "../transfers";
import { offline, type Row, type Surroundings, trouble } from "../views";

export function rowOf(download: Download): Row {
  return {
    id: download.source.id,
    isMoving: statusOf(download) === "downloading",
    movedBytes: download.receivedBytes,
    view: (around) => viewOf(download, around),
  };
}

function viewOf(download: Download, { meter, now, held }: Surroundings): TransferView {
  const { source, receivedBytes } = download;
  const { id, bucket, prefix, key, renamed } = source;
  const status = statusOf(download);
  const moving = status === "downloading" && !held;
  const failingSince = download.phase === "receiving" ? download.failingSince : null;
  const size = sizeOf(download);
  return {
    id,
    direction: "download",
    bucket,
    prefix,
    key,
    uploadId: null,
    name: lastStep(key),
    size,
    status,
    movedBytes: receivedBytes,
    bytesPerSecond: moving ? speed(meter, now) : null,
    remainingSeconds: moving ? remaining(meter, size - receivedBytes, now) : null,
    failure: failureOf(download) ?? offline(status, held) ?? trouble(failingSince, now),
    pausedFor: download.phase === "paused" ? download.reason : null,
    verified: download.phase === "done" ? download.verified : null,
    notified: null,
    download: {
      localPath: download.path.join("/"),
      renamed,
      restarted: download.restarts > 0,
      found: null,
    },
  };
}

function statusOf(download: Download): TransferStatus {
  switch (download.phase) {
    case "queued":
    case "planning":
    case "opening":
      return "waiting";
    case "receiving":
      return hasBegun(download) ? "downloading" : "waiting";
    case "verifying":
    case "saving":
    case "done":
    case "conflict":
    case "paused":
    case "failed":
      return download.phase;
    case "cancelled":
      return download.skipped ? "skipped" : "cancelled";
    default:
      return download satisfies never;
  }
}

function hasBegun({ inFlight, attempts, kept }: Extract<Download, { phase: "receiving" }>) {
  return inFlight.size + attempts.size + kept.stored.size > 0;
}

function failureOf(download: Download): Failure | null {
  if (download.phase !== "failed" && download.phase !== "conflict") return null;
  // Core names its own codes and passes the API's through, so every code is one of the two unions.
  return download.failure as Failure;
}
