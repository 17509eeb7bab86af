/** What a person did, as reports and analytics hear of it. */

export type Deed =
  | { readonly kind: "bucket-opened"; readonly bucket: string }
  | { readonly kind: "uploaded"; readonly bucket: string }
  | UploadFailure
  | { readonly kind: "downloaded"; readonly bucket: string; readonly size: number }
  | { readonly kind: "deleted"; readonly bucket: string; readonly count: number };

/** The browser has given an upload up. */
export interface UploadFailure {
  readonly kind: "upload-failed";
  readonly bucket: string;
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** Why: a code such as "s3_access_denied". */
  readonly code: string;
}
