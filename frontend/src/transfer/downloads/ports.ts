/** What downloads need from the world; adapters give them a browser, tests a scripted one. */
import type { S3Answer } from "../core/answer";
import type { Failure } from "../core/failure";
import type { SignedUrl } from "../core/plan";
import type { ApiAnswer } from "../ports";

/** A checksum of the whole object; `value` is base64. */
export interface Checksum {
  readonly algorithm: string;
  readonly value: string;
}

/** The object as it was when it was planned: what arrives is compared with this. */
export interface RemoteObject {
  /** Bytes. */
  readonly size: number;
  /** Without quotes. */
  readonly etag: string;
  readonly checksum: Checksum | null;
  /** Bytes of each part of which the ETag is the MD5 of MD5s; `size` for a plain MD5; null: no MD5. */
  readonly md5PartSize: number | null;
}

export type DownloadPlan =
  | { readonly kind: "ready"; readonly object: RemoteObject; readonly request: SignedUrl }
  | { readonly kind: "refused"; readonly failure: Failure };

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
  /** With `if-match`, and `range` unless it is the whole object. */
  readonly request: SignedUrl;
  /** Bytes; `to` is the first that does not belong to it. */
  readonly from: number;
  readonly to: number;
  readonly signal: AbortSignal;
  readonly onProgress: (loaded: number) => void;
}

/** A range: all of it is on disk (status 200 or 206), or S3's refusal, or nothing. */
export type RangeAnswer = S3Answer | { readonly kind: "unstored"; readonly failure: Failure };

/** `algorithm` null: S3 gave nothing to compare with but the size. */
export type Verification =
  | { readonly kind: "matched"; readonly algorithm: string | null }
  | { readonly kind: "mismatched"; readonly algorithm: string }
  | { readonly kind: "unreadable"; readonly failure: Failure };

/**
 * Unverified bytes on this machine, out of everybody's sight (the origin-private file system),
 * by the id of their download. What was stored survives a reload and a crash. None rejects.
 */
export interface StagingPort {
  /** Makes room for `size` bytes, or finds what an earlier page has stored. */
  open(id: string, size: number): Promise<Failure | null>;
  /** Fetches a range and stores it; it is answered once the bytes are on disk. */
  fetch(id: string, range: RangeRequest): Promise<RangeAnswer>;
  /** Reads all of it back and compares; `onProgress` hears bytes read. */
  verify(
    id: string,
    object: RemoteObject,
    onProgress: (read: number) => void,
  ): Promise<Verification>;
  /** The bytes, without reading them into memory. */
  read(id: string): Promise<Blob | Failure>;
  /** Frees the disk. */
  discard(id: string): Promise<void>;
  /** Frees what belongs to none of these. */
  keepOnly(ids: ReadonlySet<string>): Promise<void>;
}

/** A path in the local folder, step by step; the last one is the file's name. */
export type LocalPath = readonly string[];

/** The folder that a person has chosen, or the browser's own downloads. None rejects. */
export interface FolderPort {
  /** Whether something has that name already; the browser's own downloads never say so. */
  has(path: LocalPath): Promise<boolean | Failure>;
  /** Makes the folders on the way. Nothing can be seen under the name before all bytes are there. */
  save(
    path: LocalPath,
    bytes: Blob,
    onProgress: (written: number) => void,
  ): Promise<Failure | null>;
  /** Makes a folder, for a prefix's own marker. */
  makeFolder(path: LocalPath): Promise<Failure | null>;
}

/** What is remembered of a download that is not finished. */
export interface JournalEntry {
  readonly id: string;
  /** Whose: the ARN of the identity. */
  readonly owner: string;
  /** The page that works at it; others leave it alone while that page lives. */
  readonly page: string;
  readonly bucket: string;
  readonly key: string;
  readonly path: LocalPath;
  /** The name was not the key's own. */
  readonly renamed: boolean;
  readonly overwrite: boolean;
  readonly requesterPays: boolean;
  /** Null before it was planned. */
  readonly object: RemoteObject | null;
  readonly rangeSize: number;
  /** Indexes of ranges that are on disk. */
  readonly stored: readonly number[];
}

/** Survives a reload and a crash. None rejects: without it downloads go on, and a reload forgets. */
export interface JournalPort {
  write(entries: readonly JournalEntry[]): Promise<void>;
  /** Notes one more stored range, in the order of calls. */
  stored(id: string, range: number): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Takes over what pages that are gone have left of this owner. */
  claim(owner: string): Promise<readonly JournalEntry[]>;
}
