/** Rows and totals as the interface shows them. */
import { remaining, speed, type SpeedMeter } from "./core/speed";
import type { Upload } from "./core/upload";
import type { Failure, TransferStatus, TransferTotals, TransferView } from "./transfers";

/** What a row shows beside its transfer. */
export interface Surroundings {
  /** What was moved of it, by time. */
  readonly meter: SpeedMeter;
  /** Ms. */
  readonly now: number;
  /** Nothing starts for want of a network. */
  readonly held: boolean;
}

/** One transfer as the board takes it: whatever moves bytes can have a row. */
export interface Row {
  readonly id: string;
  /** Whether its speed means anything now. */
  readonly isMoving: boolean;
  readonly movedBytes: number;
  readonly view: (around: Surroundings) => TransferView;
}

/** The row of an upload. */
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
  const moving = status === "uploading";
  return {
    id,
    direction: "upload",
    bucket,
    prefix,
    name,
    key: keyOf(upload),
    size,
    status,
    movedBytes: upload.sentBytes,
    bytesPerSecond: moving ? speed(meter, now) : null,
    remainingSeconds: moving ? remaining(meter, size - upload.sentBytes, now) : null,
    failure: failureOf(upload) ?? offline(status, held),
    pausedFor: null,
    verified: null,
    notified: upload.phase === "done" ? upload.notified : null,
    download: null,
  };
}

const OFFLINE: Failure = { code: "offline", params: {}, requestId: null };
const NEEDS_NETWORK: ReadonlySet<TransferStatus> = new Set([
  "waiting",
  "listing",
  "uploading",
  "downloading",
  "confirming",
]);

/** What a row says that only waits for a network. */
export function offline(status: TransferStatus, held: boolean): Failure | null {
  return held && NEEDS_NETWORK.has(status) ? OFFLINE : null;
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

/** Whether two rows of one transfer look the same. */
export function sameView(one: TransferView, other: TransferView): boolean {
  const { download } = one;
  const same = { ...one, download: other.download };
  if (!isSame(same, other)) return false;
  return download === other.download || (download !== null && isSame(download, other.download));
}

function isSame<Fields extends object>(one: Fields, other: Fields | null): boolean {
  return (Object.keys(one) as (keyof Fields)[]).every((name) => one[name] === other?.[name]);
}

/** Nothing is there. */
export const NO_TOTALS: TransferTotals = {
  waiting: 0,
  active: 0,
  paused: 0,
  done: 0,
  failed: 0,
  conflicts: 0,
  cancelled: 0,
  skipped: 0,
  bytes: 0,
  movedBytes: 0,
  downloads: 0,
  bytesPerSecond: null,
  remainingSeconds: null,
  offline: false,
  forgetful: false,
};

const COUNTED_AS = {
  waiting: "waiting",
  listing: "active",
  uploading: "active",
  downloading: "active",
  confirming: "active",
  verifying: "active",
  saving: "active",
  paused: "paused",
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
    movedBytes: totals.movedBytes + (counts ? sign * view.movedBytes : 0),
    downloads: totals.downloads + (view.direction === "download" ? sign : 0),
  };
}
