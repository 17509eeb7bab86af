/** What downloads need from the world; adapters give them a browser, tests a scripted one. */
import type { DownloadPlan, RangeAnswer, Verification } from "../core/downloads/events";
import type { LocalPath, RemoteObject } from "../core/downloads/object";
import type { Failure } from "../core/failure";
import type { SignedUrl } from "../core/plan";
import type { ApiAnswer, DoctorPort } from "../ports";

export type { DownloadPlan, RangeAnswer, Verification } from "../core/downloads/events";
export type { Checksum, LocalPath, RemoteObject } from "../core/downloads/object";

export interface ListedObjects {
  readonly objects: readonly { readonly key: string; readonly size: number }[];
  /** Null at the end. */
  readonly nextCursor: string | null;
}

/** The calls of S3 Loader's API. They do not reject. */
export interface DownloadsApiPort {
  /** A plan per key (at most 100), in order. */
  plan(
    bucket: string,
    keys: readonly string[],
    requesterPays: boolean,
  ): Promise<ApiAnswer<readonly DownloadPlan[]>>;
  /** One page of all objects below a prefix. */
  list(
    bucket: string,
    prefix: string,
    cursor: string | null,
    requesterPays: boolean,
  ): Promise<ApiAnswer<ListedObjects>>;
}

export interface RangeRequest {
  /** With `if-match` and `range`; without both when it is the whole object (no preflight then). */
  readonly request: SignedUrl;
  /** Bytes; `to` is the first that does not belong to it. */
  readonly from: number;
  readonly to: number;
  readonly signal: AbortSignal;
  readonly onProgress: (loaded: number) => void;
}

/** `kept`: what was stored under this id earlier is still there; `empty`: nothing is. */
export type Opening = "kept" | "empty" | Failure;

/**
 * Unverified bytes on this machine, out of everybody's sight, by the id of their download. What was
 * stored survives a reload and a crash, unless it was small enough to be held in memory, or the
 * browser has taken the room back: `open` tells. None rejects.
 */
export interface StagingPort {
  /**
   * Makes room for an object. It comes first, also after a failure here: only what is open can be
   * fetched and verified. Zero bytes are never fetched, only verified and saved.
   */
  open(id: string, object: RemoteObject): Promise<Opening>;
  /**
   * Fetches a range and stores it; it is answered once the bytes are on disk. A body longer or
   * shorter than S3 announced is `broken`; one that S3 announced with another size is answered as
   * status 412, for then the object has changed.
   */
  fetch(id: string, range: RangeRequest): Promise<RangeAnswer>;
  /** Reads all of it back and compares with the object; `discard` ends it. */
  verify(id: string): Promise<Verification>;
  /** Frees the room; nothing is written there any more once it has resolved. */
  discard(id: string): Promise<void>;
  /** Frees what belongs to none of these, unless another page lives that may be at work there. */
  keepOnly(ids: ReadonlySet<string>): Promise<void>;
}

export interface Saving {
  /** Something may have the name, and is replaced. */
  readonly replace: boolean;
  /** Ends it: nothing is left of it then, and nobody hears the answer. */
  readonly signal: AbortSignal;
}

/** The folder that a person has chosen, or the browser's own downloads. None rejects. */
export interface FolderPort {
  /** Whether `save` would work now, without a click that asks for permission first. */
  ready(): Promise<boolean>;
  /** The browser copies what `save` was given at its own pace: it stays staged until cleared. */
  readonly copiesLater: boolean;
  /** Whether something has that name already; the browser's own downloads never say so. */
  has(path: LocalPath): Promise<boolean | Failure>;
  /**
   * Puts what is staged under `id`, and was verified, there, and makes the folders on the way;
   * `taken`: something has the name that may not be replaced. What is staged may be used up by it,
   * but not by a failure.
   */
  save(path: LocalPath, id: string, saving: Saving): Promise<Failure | "taken" | null>;
  /** Makes a folder, for a prefix's own marker. */
  makeFolder(path: LocalPath): Promise<Failure | null>;
}

/** What is remembered of a download that is not finished. */
export interface JournalEntry {
  readonly id: string;
  /** Whose: the ARN of the identity. */
  readonly owner: string;
  readonly bucket: string;
  /** What was selected there: what is below it keeps its path. */
  readonly prefix: string;
  readonly key: string;
  /** Bytes, as listed. */
  readonly size: number;
  readonly path: LocalPath;
  /** The name was not the key's own. */
  readonly renamed: boolean;
  /** A person has paused it. */
  readonly paused: boolean;
  readonly requesterPays: boolean;
  /** Null before it was planned. */
  readonly object: RemoteObject | null;
  /** Null for a file. Else `key` is a prefix, and what its tree has from here on is still to come. */
  readonly tree: { readonly cursor: string | null } | null;
  readonly rangeSize: number;
  /** Indexes of ranges that are on disk. */
  readonly stored: readonly number[];
}

/**
 * Survives a reload and a crash; knows which page works at an entry, for others leave it alone while
 * that page lives. None rejects: without it downloads go on, and a reload forgets.
 */
export interface JournalPort {
  write(entries: readonly JournalEntry[]): Promise<void>;
  /** Notes one more stored range, in the order of calls. */
  stored(id: string, range: number): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Takes over what pages that are gone have left of this owner. */
  claim(owner: string): Promise<readonly JournalEntry[]>;
  /** Of all that is remembered, whoever's: what is staged under these ids must stay. */
  ids(): Promise<ReadonlySet<string>>;
}

/** What the engine needs besides what uploads need. */
export interface DownloadsWorld {
  readonly api: DownloadsApiPort;
  readonly doctor: DoctorPort;
  readonly staging: StagingPort;
  readonly folder: FolderPort;
  readonly journal: JournalPort;
}
