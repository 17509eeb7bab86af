/** One download: the phases it goes through and what each has to remember. */
import type { Failure } from "../failure";
import type { SignedUrl } from "../plan";
import type { LocalPath, RemoteObject } from "./object";
import { rangeAt } from "./ranges";

/** What to do where the local name is taken. */
export type OnTaken = "ask" | "replace" | "keep-both";

/** What never changes about a download. */
export interface Source {
  readonly id: string;
  readonly bucket: string;
  /** Where it was selected; ends with "/", or is empty. */
  readonly prefix: string;
  readonly key: string;
  /** Bytes, as listed. */
  readonly size: number;
  /** Where it shall lie in the local folder, if nothing has that name. */
  readonly path: LocalPath;
  /** The local file system would refuse the key's own name. */
  readonly renamed: boolean;
  readonly requesterPays: boolean;
  /** A prefix's own marker: it becomes a folder, and nothing is fetched. */
  readonly isFolder: boolean;
}

/** What is staged on this machine. */
export interface Kept {
  readonly object: RemoteObject;
  /** Bytes of every range but the last. */
  readonly rangeSize: number;
  /** Ranges that are on disk. */
  readonly stored: ReadonlySet<number>;
  /** Bytes of those. */
  readonly storedBytes: number;
}

interface Common {
  readonly source: Source;
  readonly path: LocalPath;
  readonly onTaken: OnTaken;
  /** Goes up whenever work is given up, so that answers to it are told apart. */
  readonly attempt: number;
  /** How often the object had changed, so that the download began anew. */
  readonly restarts: number;
  /** Answers of the API in a row that decided nothing. */
  readonly undecided: number;
  /** Bytes shown as received; goes back only when it begins anew. */
  readonly receivedBytes: number;
  /** Null before the first plan, and whenever nothing staged is worth keeping. */
  readonly kept: Kept | null;
}

/** Waits for its turn to be planned by the API. */
export interface Queued extends Common {
  readonly phase: "queued";
}

/** The local name is looked at, and the API asked for a plan. */
export interface Planning extends Common {
  readonly phase: "planning";
}

/** Staging is made ready. */
export interface Opening extends Common {
  readonly phase: "opening";
  readonly kept: Kept;
  readonly request: SignedUrl;
}

/** A range on its way. */
export interface Flight {
  readonly loaded: number;
  readonly url: string;
}

/** Fetches the ranges that are missing. */
export interface Receiving extends Common {
  readonly phase: "receiving";
  readonly kept: Kept;
  /** Null while the API is asked for a fresh one. */
  readonly request: SignedUrl | null;
  /** The last URL was refused as expired, and nothing came since; a second time is a failure. */
  readonly expiredOnce: boolean;
  /** Ranges that can be fetched now, in this order. */
  readonly missing: readonly number[];
  /** Ranges that wait before they are fetched again. */
  readonly backingOff: ReadonlySet<number>;
  readonly inFlight: ReadonlyMap<number, Flight>;
  /** Failed attempts since the last range that came, by range. */
  readonly attempts: ReadonlyMap<number, number>;
  /** When the first of those failed, in ms. */
  readonly failingSince: number | null;
}

/** All bytes are staged and compared with what S3 says of the object. */
export interface Verifying extends Common {
  readonly phase: "verifying";
  readonly kept: Kept;
}

/** The verified bytes are put into the local folder, in one step; it cannot be paused. */
export interface Saving extends Common {
  readonly phase: "saving";
  /** The algorithm; null where S3 gave nothing to compare with but the size. */
  readonly verified: string | null;
}

export interface Done extends Common {
  readonly phase: "done";
  readonly verified: string | null;
}

/** The local name is taken; a person decides. */
export interface Conflicting extends Common {
  readonly phase: "conflict";
  readonly failure: Failure;
}

/** Why a paused download waits: a person paused it, or the account's keys have expired. */
export type PauseReason = "person" | "credentials";

export interface Paused extends Common {
  readonly phase: "paused";
  readonly reason: PauseReason;
}

export interface Failed extends Common {
  readonly phase: "failed";
  readonly failure: Failure;
}

export interface Cancelled extends Common {
  readonly phase: "cancelled";
  /** It was in conflict, and a person chose to leave what is there. */
  readonly skipped: boolean;
}

export type Download =
  | Queued
  | Planning
  | Opening
  | Receiving
  | Verifying
  | Saving
  | Done
  | Conflicting
  | Paused
  | Failed
  | Cancelled;

/** A download that nothing has been done for yet. */
export function queued(source: Source): Queued {
  const fresh = { attempt: 1, restarts: 0, undecided: 0, receivedBytes: 0, kept: null };
  return { phase: "queued", source, path: source.path, onTaken: "ask", ...fresh };
}

/** What every phase knows, to carry it into the next one. */
export function common(download: Download): Common {
  const { source, path, onTaken, attempt, restarts, undecided, receivedBytes, kept } = download;
  return { source, path, onTaken, attempt, restarts, undecided, receivedBytes, kept };
}

/** The same, and whatever was asked for before is nothing to it. */
export function givenUp(download: Download): Common {
  return { ...common(download), attempt: download.attempt + 1 };
}

/** Bytes: as planned, or as listed before that. */
export function sizeOf({ kept, source }: Download): number {
  return kept?.object.size ?? source.size;
}

/** With one more range on disk. */
export function withStored(kept: Kept, range: number): Kept {
  const { from, to } = rangeAt(range, kept.object.size, kept.rangeSize);
  const storedBytes = kept.storedBytes + to - from;
  return { ...kept, stored: new Set(kept.stored).add(range), storedBytes };
}
