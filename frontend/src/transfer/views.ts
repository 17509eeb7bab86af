/** Rows and totals as the interface shows them. */
import { remaining, speed, type SpeedMeter } from "./core/speed";
import type { Upload } from "./core/upload";
import type { Failure, TransferStatus, TransferTotals, TransferView } from "./transfers";

/** What a row shows beside its upload. */
export interface Surroundings {
  /** What was sent of it, by time. */
  readonly meter: SpeedMeter;
  /** Ms. */
  readonly now: number;
  /** Nothing starts for want of a network. */
  readonly held: boolean;
}

/** The row of an upload. */
export function viewOf(upload: Upload, { meter, now, held }: Surroundings): TransferView {
  const { id, bucket, prefix, name, size } = upload.source;
  const status = statusOf(upload);
  const moving = status === "uploading";
  return {
    id,
    bucket,
    prefix,
    name,
    key: keyOf(upload),
    size,
    status,
    sentBytes: upload.sentBytes,
    bytesPerSecond: moving ? speed(meter, now) : null,
    remainingSeconds: moving ? remaining(meter, size - upload.sentBytes, now) : null,
    failure: failureOf(upload) ?? (held && isOpen(status) ? OFFLINE : null),
    notified: upload.phase === "done" ? upload.notified : null,
  };
}

const OFFLINE: Failure = { code: "offline", params: {}, requestId: null };

function isOpen(status: TransferStatus): boolean {
  return status === "waiting" || status === "uploading" || status === "confirming";
}

function statusOf(upload: Upload): TransferStatus {
  switch (upload.phase) {
    case "queued":
    case "planning":
      return "waiting";
    case "sending":
      return upload.next === 1 ? "waiting" : "uploading";
    case "checking":
    case "confirming":
      return "confirming";
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
  if (upload.phase === "done") return upload.key;
  return "plan" in upload ? upload.plan.key : null;
}

function failureOf(upload: Upload): Failure | null {
  if (upload.phase !== "failed" && upload.phase !== "conflict") return null;
  // Core names its own codes and passes the API's through, so every code is one of the two unions.
  return upload.failure as Failure;
}

/** Whether two rows of one upload look the same. */
export function sameView(one: TransferView, other: TransferView): boolean {
  return (Object.keys(one) as (keyof TransferView)[]).every((name) => one[name] === other[name]);
}

/** Nothing is there. */
export const NO_TOTALS: TransferTotals = {
  waiting: 0,
  active: 0,
  done: 0,
  failed: 0,
  conflicts: 0,
  cancelled: 0,
  skipped: 0,
  bytes: 0,
  sentBytes: 0,
  bytesPerSecond: null,
  remainingSeconds: null,
  offline: false,
};

const COUNTED_AS = {
  waiting: "waiting",
  uploading: "active",
  confirming: "active",
  done: "done",
  failed: "failed",
  conflict: "conflicts",
  cancelled: "cancelled",
  skipped: "skipped",
} as const satisfies Record<TransferStatus, keyof TransferTotals>;

/** The totals with a row counted in (`sign` 1) or out (`sign` -1). */
export function counted(totals: TransferTotals, view: TransferView, sign: 1 | -1): TransferTotals {
  const count = COUNTED_AS[view.status];
  const counts = count === "waiting" || count === "active" || count === "done";
  return {
    ...totals,
    [count]: totals[count] + sign,
    bytes: totals.bytes + (counts ? sign * view.size : 0),
    sentBytes: totals.sentBytes + (counts ? sign * view.sentBytes : 0),
  };
}
