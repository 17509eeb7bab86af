/** The rules of the scripted S3 (tests/faults), and S3's own refusals by name. */

export type Operation =
  | "Preflight"
  | "PutObject"
  | "CreateMultipartUpload"
  | "UploadPart"
  | "ListParts"
  | "CompleteMultipartUpload"
  | "AbortMultipartUpload"
  | "HeadObject"
  | "ListObjectsV2"
  | "ListMultipartUploads";

export interface Pattern {
  readonly operation?: Operation;
  readonly method?: string;
  /** A regular expression, found anywhere in the key. */
  readonly key?: string;
  readonly part?: number;
}

/** Bytes and milliseconds; tests/faults/faults.py says what each does. */
export type Fault =
  | {
      readonly kind: "refuse";
      readonly code: string;
      readonly status?: number;
      readonly message?: string;
      readonly forward?: boolean;
    }
  | { readonly kind: "cut"; readonly after?: number }
  | { readonly kind: "stall"; readonly after?: number }
  | { readonly kind: "lose"; readonly after?: number }
  | { readonly kind: "delay"; readonly ms: number }
  | { readonly kind: "hold"; readonly before: "request" | "answer" }
  | { readonly kind: "rate"; readonly bytesPerSecond: number }
  | { readonly kind: "flip" }
  | { readonly kind: "header"; readonly name: string; readonly value: string }
  | { readonly kind: "hide-part"; readonly partNumber: number }
  | { readonly kind: "pages"; readonly size: number };

export interface Rule {
  readonly on: Pattern;
  readonly fault: Fault;
  /** From this match on; the first is 1. */
  readonly nth?: number;
  /** So many times; always, if not given. */
  readonly times?: number;
  /** In [0, 1], decided by the seed. */
  readonly probability?: number;
}

export const refusal = (code: string): Fault => ({ kind: "refuse", code });

export const slowDown = refusal("SlowDown");
export const internalError = refusal("InternalError");
export const tooSkewed = refusal("RequestTimeTooSkewed");
export const expiredToken = refusal("ExpiredToken");
/** S3 gives it the code of a missing permission. */
export const expiredUrl: Fault = {
  kind: "refuse",
  code: "AccessDenied",
  message: "Request has expired",
};
