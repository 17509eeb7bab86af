/** What can happen to an upload, and what it can ask the world to do. */
import type { S3Answer } from "./answer";
import type { Failure } from "./failure";
import type { Digest, NotedPart, UploadedPart } from "./part";
import type { ByteRange, Plan, SignedUrl } from "./plan";
import type { PauseReason } from "./upload";

/** What the API says about a completed upload. */
export type Confirmation =
  | {
      readonly kind: "completed";
      readonly key: string;
      readonly notified: boolean;
      /** S3's, of the object. */
      readonly etag: string;
      /** The checksum of S3 that was the same as the file's; null: there was none to compare. */
      readonly verified: "CRC64NVME" | null;
    }
  | { readonly kind: "failed"; readonly failure: Failure };

export type UploadEvent =
  | { readonly kind: "plan-asked" }
  | { readonly kind: "planned"; readonly plan: Plan; readonly now: number; readonly random: number }
  | { readonly kind: "connection-granted"; readonly now: number }
  /** The API could not be asked, or would not plan anything. */
  | { readonly kind: "plan-unanswered"; readonly attempt: number; readonly failure: Failure }
  | {
      readonly kind: "signed";
      readonly attempt: number;
      readonly parts: ReadonlyMap<number, SignedUrl>;
    }
  | { readonly kind: "sign-unanswered"; readonly attempt: number; readonly failure: Failure }
  | { readonly kind: "progressed"; readonly part: number; readonly loaded: number }
  | {
      readonly kind: "answered";
      readonly part: number;
      readonly answer: S3Answer;
      /** Of what was sent; null where it is not known. */
      readonly digest: Digest | null;
      /** What was sent is the file as it was picked: nobody has to look at it once more. */
      readonly unchanged: boolean;
      readonly online: boolean;
      /** Whether any request ever got an answer from the bucket: else silence may be its own doing. */
      readonly reached: boolean;
      readonly now: number;
      /** In [0, 1). */
      readonly random: number;
    }
  | { readonly kind: "waited"; readonly part: number; readonly now: number }
  | { readonly kind: "checked" }
  | { readonly kind: "confirm-asked" }
  | {
      readonly kind: "confirmed";
      readonly confirmation: Confirmation;
      readonly now: number;
      readonly random: number;
    }
  /** The wait of `later` is over. */
  | { readonly kind: "due" }
  /** The API gave no answer about it, or none that decides. */
  | { readonly kind: "confirm-unanswered"; readonly failure: Failure }
  /** What S3 has of the upload: all pages of it. */
  | {
      readonly kind: "listed";
      readonly attempt: number;
      readonly parts: readonly UploadedPart[];
      readonly now: number;
    }
  | { readonly kind: "list-unanswered"; readonly attempt: number; readonly failure: Failure }
  /** What the file has where S3 has a part that nobody has noted; null: it could not be hashed. */
  | {
      readonly kind: "compared";
      readonly attempt: number;
      readonly part: number;
      readonly etag: string;
      readonly digest: Digest | null;
      readonly now: number;
    }
  | { readonly kind: "paused"; readonly reason: PauseReason }
  /** What it waited for is there. */
  | { readonly kind: "resumed"; readonly now: number }
  /** The file failed; nothing that waiting would mend. */
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "cancelled" }
  | { readonly kind: "retried"; readonly now: number }
  | { readonly kind: "resolved"; readonly choice: "replace" | "keep-both" | "skip" };

/** A part that S3 has with this ETag, and which bytes of the file it should be. */
export interface ComparedPart extends ByteRange {
  readonly part: number;
  readonly etag: string;
}

export type Effect =
  /** Wait for a place in a call that plans a batch of files. */
  | { readonly kind: "plan" }
  | { readonly kind: "sign"; readonly attempt: number; readonly partNumbers: readonly number[] }
  | {
      readonly kind: "send";
      readonly part: number;
      readonly request: SignedUrl;
      readonly from: number;
      readonly to: number;
    }
  /** Remember that S3 has a part. */
  | { readonly kind: "note"; readonly part: number; readonly noted: NotedPart }
  /** Ask S3 what it has of the upload. */
  | { readonly kind: "list"; readonly attempt: number }
  /** Hash parts of the file, and say `compared` for each. */
  | { readonly kind: "compare"; readonly attempt: number; readonly parts: readonly ComparedPart[] }
  /** Say `waited` for the part after `ms` milliseconds. */
  | { readonly kind: "wait"; readonly part: number; readonly ms: number }
  /** Find out why the bucket gives no answer that a page may see. */
  | { readonly kind: "diagnose" }
  /** Say `due` after `ms` milliseconds. */
  | { readonly kind: "later"; readonly ms: number }
  /** Stop every request, every wait and every comparison of this upload. */
  | { readonly kind: "stop" }
  /** Look whether the file is still the one that was picked. */
  | { readonly kind: "check" }
  /** Wait for a place in a call that completes a batch of uploads. */
  | { readonly kind: "confirm" }
  | { readonly kind: "abort"; readonly key: string; readonly uploadId: string };
