/** What the engine needs from the world; adapters give it a browser, tests a scripted one. */
import type { S3Answer } from "./core/answer";
import type { Confirmation } from "./core/events";
import type { Failure } from "./core/failure";
import type { Plan, SignedUrl } from "./core/plan";
import type { OnConflict } from "./core/upload";

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
  readonly nonce: string;
  /** What S3 answered to a single PUT; null when that answer was lost. */
  readonly etag: string | null;
  readonly onConflict: "refuse" | "replace";
  readonly parts: readonly { readonly partNumber: number; readonly etag: string }[];
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

/** Remembers unfinished uploads across a reload. Nothing implements it yet: a reload forgets. */
export interface JournalPort {
  remember(id: string, upload: { key: string; uploadId: string; partSize: number }): Promise<void>;
  forget(id: string): Promise<void>;
}

/** Checksums parts while they are sent. Nothing implements it yet: the API checks sizes. */
export interface ChecksumPort {
  /** CRC64NVME, as S3 writes it: base64 of eight bytes. */
  crc64nvme(part: Blob): Promise<string>;
}

export interface World {
  readonly api: ApiPort;
  readonly s3: S3Port;
  readonly doctor: DoctorPort;
  readonly files: FilesPort;
  readonly clock: ClockPort;
  readonly connectivity: ConnectivityPort;
  /** In [0, 1). */
  readonly random: () => number;
}
