/** Rows and totals as the interface shows them. */
import type { SpeedMeter } from "./core/speed";
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

/** What a transfer shows that nothing has happened to yet. */
export function waitingView(
  of: Pick<TransferView, "id" | "direction" | "bucket" | "prefix" | "name" | "size">,
): TransferView {
  return {
    ...of,
    key: null,
    uploadId: null,
    status: "waiting",
    movedBytes: 0,
    bytesPerSecond: null,
    remainingSeconds: null,
    failure: null,
    pausedFor: null,
    verified: null,
    notified: null,
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

const TROUBLE: Failure = { code: "network_failed", params: {}, requestId: null };

/** Ms: trouble that passes sooner is not worth a word. */
const TROUBLE_SHOWS_MS = 5_000;

/** What a row says whose requests have failed since then and are tried again. */
export function trouble(failingSince: number | null, now: number): Failure | null {
  return failingSince !== null && now - failingSince >= TROUBLE_SHOWS_MS ? TROUBLE : null;
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
