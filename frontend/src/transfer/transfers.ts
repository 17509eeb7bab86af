/** What the interface sees of the transfer engine: rows, totals and the commands a person can give. */
import type { components } from "../api/schema.gen";
import type { ClientErrorCode } from "./core/failure";

export type { ClientErrorCode } from "./core/failure";

export type ErrorCode = components["schemas"]["ErrorCode"];
export type CorsProblemCode = components["schemas"]["CorsProblemCode"];

export type TransferStatus =
  "waiting" | "uploading" | "confirming" | "conflict" | "done" | "failed" | "cancelled" | "skipped";

export interface Failure {
  readonly code: ErrorCode | ClientErrorCode;
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
  readonly requestId: string | null;
}

export interface TransferView {
  readonly id: string;
  readonly bucket: string;
  readonly prefix: string;
  readonly name: string;
  /** The object's key, known once the API has planned the upload. */
  readonly key: string | null;
  /** Bytes. */
  readonly size: number;
  readonly status: TransferStatus;
  /** Bytes; never goes back by itself, and equals `size` only when S3 has acknowledged all. */
  readonly sentBytes: number;
  /** Over the last few seconds; null until it means something. */
  readonly bytesPerSecond: number | null;
  /** Seconds; null until it means something. */
  readonly remainingSeconds: number | null;
  /** Why it failed or is in conflict; `offline` while it only waits for a network. */
  readonly failure: Failure | null;
  /** Whether subscribers were told (SNS); null until the upload is done. */
  readonly notified: boolean | null;
}

/** Counts of transfers by status (`active`: uploading or confirming). */
export interface TransferTotals {
  readonly waiting: number;
  readonly active: number;
  readonly done: number;
  readonly failed: number;
  readonly conflicts: number;
  readonly cancelled: number;
  /** In conflict, and left so by a person. */
  readonly skipped: number;
  /** Bytes of all transfers that wait, move or are done. */
  readonly bytes: number;
  /** Bytes sent of those. */
  readonly sentBytes: number;
  readonly bytesPerSecond: number | null;
  readonly remainingSeconds: number | null;
  /** What waits or moves can only wait for a network. */
  readonly offline: boolean;
}

/** A new object at most ten times a second; rows that did not change are the same objects. */
export interface TransfersSnapshot {
  readonly transfers: readonly TransferView[];
  readonly totals: TransferTotals;
}

export type ConflictChoice = "replace" | "keep-both" | "skip";

export interface Destination {
  readonly bucket: string;
  /** Ends with "/", or is empty for the bucket's root. */
  readonly prefix: string;
}

export interface NewFile {
  readonly file: File;
  /** Path below the dropped folder, "photos/a/b.jpg"; its folders must exist as prefixes. */
  readonly relativePath?: string;
}

export interface CompletedTransfer {
  readonly bucket: string;
  readonly prefix: string;
  readonly key: string;
}

export interface Transfers {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => TransfersSnapshot;
  readonly add: (destination: Destination, files: readonly NewFile[]) => void;
  /** Stops, and leaves no parts in the bucket; what is already being confirmed may still finish. */
  readonly cancel: (ids: readonly string[]) => void;
  /** The same for all of them, for good: their account goes. */
  readonly cancelAll: () => void;
  /** Starts failed and cancelled transfers again. */
  readonly retry: (ids: readonly string[]) => void;
  readonly resolveConflicts: (ids: readonly string[], choice: ConflictChoice) => void;
  /** Forgets transfers that are done, cancelled or skipped. */
  readonly clearFinished: () => void;
  readonly onCompleted: (listener: (done: CompletedTransfer) => void) => () => void;
}
