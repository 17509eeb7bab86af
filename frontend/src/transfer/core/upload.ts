/** One upload: the phases it goes through and what each has to remember. */
import type { Failure } from "./failure";
import type { AckedPart } from "./part";
import type { BegunPlan, MultipartPlan, SignedUrl } from "./plan";

export type OnConflict = "refuse" | "replace" | "keep-both";

/**
 * Why a paused transfer waits: a person paused it; the account's keys have expired; the file has to
 * be picked again; the browser has to be allowed to read it again; another tab works at it.
 */
export type PauseReason = "person" | "credentials" | "file" | "permission" | "other-page";

/** What never changes about an upload. */
export interface Source {
  readonly id: string;
  readonly bucket: string;
  readonly prefix: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Ms since 1970. */
  readonly lastModified: number;
}

/** What every phase knows. */
export interface Common {
  readonly source: Source;
  readonly onConflict: OnConflict;
  /** How often it was begun or gone on with; answers to what an earlier attempt asked are told apart by it. */
  readonly attempt: number;
  /** True once the URL of this upload's PUT was refused as expired; a second time is a failure. */
  readonly expiredOnce: boolean;
  /** Answers of the API in a row that decided nothing. */
  readonly undecided: number;
  /** Bytes shown as sent; goes back only when a person starts the upload again. */
  readonly sentBytes: number;
}

/** Waits for its turn to be planned by the API. */
export interface Queued extends Common {
  readonly phase: "queued";
}

export interface Planning extends Common {
  readonly phase: "planning";
}

/** S3 is asked what it has of it, before more is sent. */
export interface Resuming extends Common {
  readonly phase: "resuming";
  readonly plan: MultipartPlan;
  readonly acked: readonly (AckedPart | null)[];
  /** Acknowledged parts whose bytes nobody has read of the file as it is now. */
  readonly unread: ReadonlySet<number>;
}

/** Moves bytes: one piece for a PUT, `partCount` pieces for a multipart upload, numbered from 1. */
export interface Sending extends Common {
  readonly phase: "sending";
  readonly plan: BegunPlan;
  /** URLs of parts that S3 has not acknowledged yet. */
  readonly signed: ReadonlyMap<number, SignedUrl>;
  readonly signing: boolean;
  /** The lowest part that was never sent. */
  readonly next: number;
  /** Parts to send again. */
  readonly again: readonly number[];
  /** Parts that wait before they are sent again. */
  readonly backingOff: ReadonlySet<number>;
  /** Bytes on their way, by part. */
  readonly inFlight: ReadonlyMap<number, number>;
  /** Failed attempts since the last progress, by part. */
  readonly attempts: ReadonlyMap<number, number>;
  /** When the first of those failed, in ms. */
  readonly failingSince: number | null;
  /** Parts whose URL was refused as expired; a second time is a failure. */
  readonly resigned: ReadonlySet<number>;
  /** Parts that S3 has, noted or not, and that are being compared with the file. */
  readonly comparing: ReadonlySet<number>;
  /** How often a part arrived damaged, by part. */
  readonly damaged: ReadonlyMap<number, number>;
  /** What S3 acknowledged: one entry per part, null until then. */
  readonly acked: readonly (AckedPart | null)[];
  readonly ackedParts: number;
  readonly ackedBytes: number;
  /** An attempt ended without an answer that decides: S3 may have stored the object already. */
  readonly inDoubt: boolean;
}

/** All bytes are with S3; the file is looked at once more. */
export interface Checking extends Common {
  readonly phase: "checking";
  readonly plan: BegunPlan;
  readonly acked: readonly (AckedPart | null)[];
}

/** The API completes the upload and says what S3 holds. */
export interface Confirming extends Common {
  readonly phase: "confirming";
  readonly plan: BegunPlan;
  readonly acked: readonly (AckedPart | null)[];
  /** True while a call is under way. */
  readonly asked: boolean;
  readonly cancelled: boolean;
  /** An answer was lost: the object may be ours, another's or not there. */
  readonly inDoubt: boolean;
  /** Of the PUT whose answer was lost; null where nothing is compared with it. */
  readonly md5: string | null;
  /** When the first of the answers in a row came that decided nothing, in ms. */
  readonly undecidedSince: number | null;
}

/** What S3 has, or may have, of an upload that stopped before all was sent. */
export interface Kept {
  readonly phase: "sending";
  readonly plan: BegunPlan;
  readonly acked: readonly (AckedPart | null)[];
  /** Acknowledged parts whose bytes nobody has read of the file as it is now. */
  readonly unread: ReadonlySet<number>;
  /** S3 has to be asked what of it is still there. */
  readonly isStale: boolean;
}

/** Stopped for a while, until the reason is gone. */
export interface Paused extends Common {
  readonly phase: "paused";
  readonly reason: PauseReason;
  /** Null: nothing was begun at S3. */
  readonly kept: Kept | Confirming | null;
}

export interface Done extends Common {
  readonly phase: "done";
  readonly key: string;
  readonly notified: boolean;
  /** The algorithm by which S3's bytes were the file's; null: only the sizes were compared. */
  readonly verified: "CRC64NVME" | "MD5" | null;
}

/** The key is taken by another object; a person decides. */
export interface Conflicting extends Common {
  readonly phase: "conflict";
  readonly failure: Failure;
}

export interface Failed extends Common {
  readonly phase: "failed";
  readonly failure: Failure;
  /** Trying again goes on from it; null: it begins anew. */
  readonly kept: Kept | Confirming | null;
}

export interface Cancelled extends Common {
  readonly phase: "cancelled";
  /** It was in conflict, and a person chose to leave what is there. */
  readonly skipped: boolean;
}

export type Upload =
  | Queued
  | Planning
  | Resuming
  | Sending
  | Checking
  | Confirming
  | Paused
  | Done
  | Conflicting
  | Failed
  | Cancelled;

/** An upload that nothing has been done for yet. */
export function queued(source: Source, onConflict: OnConflict): Queued {
  const fresh = { attempt: 1, expiredOnce: false, undecided: 0, sentBytes: 0 };
  return { phase: "queued", source, onConflict, ...fresh };
}

/** The same from the start. */
export function queuedAgain({ source, attempt }: Upload, onConflict: OnConflict): Queued {
  return { ...queued(source, onConflict), attempt: attempt + 1 };
}

/** What every phase knows, to carry it into the next one. */
export function common(upload: Upload): Common {
  const { source, onConflict, attempt, expiredOnce, undecided, sentBytes } = upload;
  return { source, onConflict, attempt, expiredOnce, undecided, sentBytes };
}
