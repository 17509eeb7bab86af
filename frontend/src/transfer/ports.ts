/** What the engine needs from the world; adapters give it a browser, tests a scripted one. */
import type { S3Answer } from "./core/answer";
import type { Confirmation } from "./core/events";
import type { Failure } from "./core/failure";
import type { Digest, NotedPart, UploadedPart } from "./core/part";
import type { Plan, SignedUrl } from "./core/plan";
import type { KeptAtS3 } from "./core/restoring";
import type { OnConflict } from "./core/upload";

export type { Digest, NotedPart, UploadedPart } from "./core/part";
export type { KeptAtS3 } from "./core/restoring";

/** An answer of the API; `retry` tells a passing trouble from a decision. */
export type ApiAnswer<Value> =
  | { readonly kind: "ok"; readonly value: Value }
  | { readonly kind: "failed"; readonly failure: Failure; readonly retry: boolean };

export interface PlanRequest {
  readonly bucket: string;
  readonly prefix: string;
  readonly onConflict: OnConflict;
  readonly files: readonly {
    readonly name: string;
    readonly size: number;
    readonly contentType: string;
  }[];
}

export interface SignRequest {
  readonly bucket: string;
  readonly key: string;
  readonly uploadId: string;
  readonly size: number;
  readonly partNumbers: readonly number[];
}

export interface ConfirmRequest {
  readonly key: string;
  /** Null: a single PUT. */
  readonly uploadId: string | null;
  readonly size: number;
  /** Null: another program has begun the upload. */
  readonly nonce: string | null;
  /** What S3 answered to a single PUT; null when that answer was lost. */
  readonly etag: string | null;
  readonly onConflict: "refuse" | "replace";
  readonly parts: readonly { readonly partNumber: number; readonly etag: string }[];
  /** Of all that was sent, for the API to compare with S3's; null where it is not known. */
  readonly crc64nvme: string | null;
  /** The ETag is not what was sent: the API is to look at the object itself. */
  readonly verify: boolean;
}

/** The calls of S3 Loader's API. They do not reject. */
export interface ApiPort {
  /** A plan per file, in order. */
  plan(request: PlanRequest): Promise<ApiAnswer<readonly Plan[]>>;
  sign(request: SignRequest): Promise<ApiAnswer<ReadonlyMap<number, SignedUrl>>>;
  /** A confirmation per upload, in order. */
  complete(
    bucket: string,
    uploads: readonly ConfirmRequest[],
  ): Promise<ApiAnswer<readonly Confirmation[]>>;
  /** What S3 already has of a multipart upload. */
  uploaded(
    bucket: string,
    key: string,
    uploadId: string,
  ): Promise<ApiAnswer<readonly UploadedPart[]>>;
  /** Gives up a multipart upload; the API checks that no parts are left. */
  abort(bucket: string, key: string, uploadId: string): Promise<ApiAnswer<null>>;
}

export interface S3Request {
  readonly request: SignedUrl;
  readonly body: Blob;
  readonly signal: AbortSignal;
  readonly onProgress: (loaded: number) => void;
}

/** Sends bytes to S3. It does not reject; an aborted request is `broken`. */
export interface S3Port {
  put(request: S3Request): Promise<S3Answer>;
}

export interface WholeRequest {
  readonly request: SignedUrl;
  readonly file: File;
  /** Bytes that the file had when it was picked. */
  readonly size: number;
  readonly wanted: WantedDigest;
  readonly signal: AbortSignal;
  readonly onProgress: (loaded: number) => void;
}

export type WholeAnswer =
  | (Extract<S3Answer, { kind: "answered" }> & { readonly digest: Digest | null })
  | { readonly kind: "broken" }
  /** The file is no longer as it was picked, so nothing was sent. */
  | { readonly kind: "unstored"; readonly failure: Failure };

/** Sends small files: reads each once, and hashes and sends those very bytes. */
export interface WholeFilesPort {
  /** False where nothing here can: they go as other files do. */
  readonly works: boolean;
  /** It does not reject; an aborted request is `broken`. */
  put(request: WholeRequest): Promise<WholeAnswer>;
}

export interface FilesPort {
  /** The MIME type of a file, or why it cannot be read. */
  contentType(file: File): Promise<string | Failure>;
  /** Null while the file is still as it was picked. */
  check(file: File): Promise<Failure | null>;
}

/** Milliseconds; a timer returns what cancels it. */
export interface ClockPort {
  now(): number;
  after(ms: number, run: () => void): () => void;
}

export interface ConnectivityPort {
  isOnline(): boolean;
  onChange(listener: () => void): () => void;
}

/** Why a bucket gave no answer that a page may see; `unknown`: nobody can tell at present. */
export type Diagnosis =
  | { readonly kind: "ok" | "unreachable" | "unknown" }
  /** Its CORS rules stop this page; `problems` are the codes of what they lack, as far as known. */
  | { readonly kind: "blocked"; readonly problems: readonly string[] };

/** Looks into a bucket's silence. It does not reject. */
export interface DoctorPort {
  diagnose(bucket: string): Promise<Diagnosis>;
}

export type WantedDigest = Readonly<Record<keyof Digest, boolean>>;

/** Hashes bytes beside the page. It does not reject. */
export interface DigestPort {
  /** Null: the bytes could not be read, or nothing here can hash. */
  digest(bytes: Blob, wanted: WantedDigest, signal: AbortSignal): Promise<Digest | null>;
}

/** What is remembered of an upload that is not finished. */
export interface RememberedUpload {
  readonly id: string;
  /** Whose: the ARN of the identity. */
  readonly owner: string;
  readonly bucket: string;
  readonly prefix: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Ms since 1970; with name and size it tells the file from others. */
  readonly lastModified: number;
  readonly onConflict: OnConflict;
  /** A person has paused it. */
  readonly paused: boolean;
  /** Null: nothing was begun at S3. */
  readonly kept: KeptAtS3 | null;
  /** Null where the browser gave none: then the file has to be picked again. */
  readonly handle: FileSystemFileHandle | null;
}

/** What a page finds when it begins. */
export interface Claim {
  /** Left by pages that are gone: this page works at them from now on. */
  readonly mine: readonly RememberedUpload[];
  /** Other pages that live work at these. */
  readonly elsewhere: readonly RememberedUpload[];
}

/**
 * Survives a reload and a crash, and knows which page works at an upload. None rejects: without it
 * uploads go on, and a reload forgets.
 */
export interface UploadJournalPort {
  /** @returns whether they are remembered; false where the browser has no room, or remembers nothing */
  write(uploads: readonly RememberedUpload[]): Promise<boolean>;
  /** Notes one more part of an upload that is remembered, in the order of calls. */
  part(id: string, partNumber: number, part: NotedPart): Promise<boolean>;
  remove(ids: readonly string[]): Promise<void>;
  /** Takes over what pages that are gone have left of this owner. */
  claim(owner: string): Promise<Claim>;
  /** Calls back when another page has finished or left something: `claim` may answer otherwise then. */
  onElsewhere(listener: () => void): () => void;
  /**
   * This page alone works at an upload id of S3, until it is released or the page ends.
   * @returns false while another page does
   */
  hold(uploadId: string): Promise<boolean>;
  release(uploadId: string): void;
}

/** Files behind handles that were kept. None rejects. */
export interface HandlesPort {
  /** `ask`: the browser wants to be asked first, within a click. */
  open(handle: FileSystemFileHandle): Promise<File | "ask" | Failure>;
  /** Asks for all at once where the browser does. @returns whether they may be read */
  ask(handles: readonly FileSystemFileHandle[]): Promise<boolean>;
}

export interface World {
  readonly api: ApiPort;
  readonly s3: S3Port;
  readonly doctor: DoctorPort;
  readonly files: FilesPort;
  readonly digests: DigestPort;
  readonly wholeFiles: WholeFilesPort;
  readonly clock: ClockPort;
  readonly connectivity: ConnectivityPort;
  /** In [0, 1). */
  readonly random: () => number;
}
