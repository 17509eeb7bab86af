/** What the interface sees of the transfer engine: rows, totals and the commands a person can give. */
import type { components } from "../api/schema.gen";
import type { ClientErrorCode } from "./core/failure";
import type { PauseReason } from "./core/upload";

export type { ClientErrorCode } from "./core/failure";
export type { PauseReason } from "./core/upload";

export type ErrorCode = components["schemas"]["ErrorCode"];
export type CorsProblemCode = components["schemas"]["CorsProblemCode"];

export type TransferDirection = "upload" | "download";

/** Of downloads alone: listing (the tree of a prefix is looked for), verifying, saving. */
export type TransferStatus =
  | "waiting"
  | "listing"
  | "uploading"
  | "downloading"
  | "confirming"
  | "verifying"
  | "saving"
  | "paused"
  | "conflict"
  | "done"
  | "failed"
  | "cancelled"
  | "skipped";

export interface Failure {
  readonly code: ErrorCode | ClientErrorCode;
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
  readonly requestId: string | null;
}

export interface TransferView {
  readonly id: string;
  readonly direction: TransferDirection;
  readonly bucket: string;
  readonly prefix: string;
  readonly name: string;
  /** The object's key, known once the API has planned the upload. */
  readonly key: string | null;
  /** Of its multipart upload, once S3 has begun one; null for downloads. */
  readonly uploadId: string | null;
  /** Bytes. */
  readonly size: number;
  readonly status: TransferStatus;
  /**
   * Bytes sent or received; of an upload it equals `size` only when S3 has acknowledged all, of a
   * download as soon as all are on this machine, which is before they are verified and saved. It
   * goes back only when the transfer begins anew.
   */
  readonly movedBytes: number;
  /** Over the last few seconds; null until it means something. */
  readonly bytesPerSecond: number | null;
  /** Seconds; null until it means something. */
  readonly remainingSeconds: number | null;
  /**
   * Why it failed or is in conflict; `offline` while it only waits for a network, `network_failed`
   * while its requests fail and are tried again.
   */
  readonly failure: Failure | null;
  /** Null unless the status is paused. */
  readonly pausedFor: PauseReason | null;
  /** How the bytes were compared with S3's once done: an algorithm such as "CRC64NVME"; null: by size only. */
  readonly verified: string | null;
  /** Whether subscribers were told (SNS); null until the upload is done, and for downloads. */
  readonly notified: boolean | null;
  /** Null for uploads. */
  readonly download: DownloadView | null;
}

/** What only a download's row shows. */
export interface DownloadView {
  /** Where it lies in the local folder, "images/a_b.txt". */
  readonly localPath: string;
  /** The local file system would refuse the key's own name, so it got another one. */
  readonly renamed: boolean;
  /** The object changed while it was downloaded, so it began anew. */
  readonly restarted: boolean;
  /** Objects found so far, while the tree of a prefix is looked for; else null. */
  readonly found: number | null;
}

/** Counts of transfers by status (`active`: those that move, or are checked or saved). */
export interface TransferTotals {
  readonly waiting: number;
  readonly active: number;
  readonly paused: number;
  readonly done: number;
  readonly failed: number;
  readonly conflicts: number;
  readonly cancelled: number;
  /** In conflict, and left so by a person. */
  readonly skipped: number;
  /** Bytes of all transfers that wait, move or are done. */
  readonly bytes: number;
  /** Bytes moved of those. */
  readonly movedBytes: number;
  /** How many of all transfers are downloads. */
  readonly downloads: number;
  readonly bytesPerSecond: number | null;
  readonly remainingSeconds: number | null;
  /** What waits or moves can only wait for a network. */
  readonly offline: boolean;
  /** This browser has no room to remember the uploads: a reload would forget them. */
  readonly forgetful: boolean;
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
  /** Where the browser gives one: with it the file need not be picked again after a reload. */
  readonly handle?: FileSystemFileHandle;
}

/** Files that were picked again and that no upload has taken. */
export interface UnusedFiles {
  /** No upload was waiting for them. */
  readonly strangers: readonly NewFile[];
  /** Each may be the file of several uploads: to be given for one of them at a time. */
  readonly ambiguous: readonly NewFile[];
}

/** A multipart upload that an earlier page, another browser or another tool has left at S3. */
export interface Leftover {
  readonly bucket: string;
  readonly key: string;
  readonly uploadId: string;
}

/** What was selected at one place, to be put into the local folder. */
export interface DownloadRequest {
  readonly bucket: string;
  /** Ends with "/", or is empty: what is below it keeps its path in the local folder. */
  readonly prefix: string;
  readonly objects: readonly { readonly key: string; readonly size: number }[];
  /** Whole trees; each ends with "/". */
  readonly prefixes: readonly string[];
  /** The person has agreed to pay for requests and transfer. */
  readonly requesterPays: boolean;
}

export interface CompletedTransfer {
  readonly bucket: string;
  readonly prefix: string;
  readonly key: string;
}

/** A transfer that has ended well, or was given up until a person tries again. */
export interface EndedTransfer {
  readonly direction: TransferDirection;
  readonly bucket: string;
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** Why it was given up; null when it is done. */
  readonly failure: Failure["code"] | null;
}

export interface Transfers {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => TransfersSnapshot;
  readonly add: (destination: Destination, files: readonly NewFile[]) => void;
  /** Downloads into the local folder, which must have been chosen before. */
  readonly download: (request: DownloadRequest) => void;
  /** Loads what uploads need, for one may be asked for soon. */
  readonly preloadUploads: () => void;
  /** Loads what downloads need, for one may be asked for soon. */
  readonly preloadDownloads: () => void;
  /** They stop and keep what they have; what is being confirmed, verified or saved goes on. */
  readonly pause: (ids: readonly string[]) => void;
  /** Call it within a click: the browser may have to ask whether files may be read again. */
  readonly resume: (ids: readonly string[]) => void;
  /**
   * Goes on with those of these uploads that wait for their files: each takes the file of its name,
   * size and time, unless another one of them has the same.
   */
  readonly giveFiles: (ids: readonly string[], files: readonly NewFile[]) => UnusedFiles;
  /** Goes on with what was left at S3; parts that differ from the file's are sent again. */
  readonly continueLeftover: (leftover: Leftover, file: NewFile) => void;
  /** The keys had expired and the account has new ones: what was paused for it goes on. */
  readonly credentialsRenewed: () => void;
  /** Everything waits until then, for another account is in use. */
  readonly setAside: () => void;
  /** Hears that S3 or the API has refused the account's keys as expired. */
  readonly onCredentialsExpired: (listener: () => void) => () => void;
  /** Stops, and leaves no parts in the bucket; what is already being confirmed may still finish. */
  readonly cancel: (ids: readonly string[]) => void;
  /** The same for all of them, for good: their account goes. */
  readonly cancelAll: () => void;
  /** Starts failed and cancelled transfers again. */
  readonly retry: (ids: readonly string[]) => void;
  readonly resolveConflicts: (ids: readonly string[], choice: ConflictChoice) => void;
  /** Forgets transfers that are done, cancelled or skipped. */
  readonly clearFinished: () => void;
  /** Hears of uploads that are complete. */
  readonly onCompleted: (listener: (done: CompletedTransfer) => void) => () => void;
  /**
   * Hears of each transfer that is done or given up, each time it is; not of files that were
   * refused before anybody was asked, nor of empty folders.
   */
  readonly onEnded: (listener: (ended: EndedTransfer) => void) => () => void;
}
