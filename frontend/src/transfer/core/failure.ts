/** Why a transfer stopped: a code, the values its message needs, and the request to ask about. */

/** Failures that only the browser sees; the API's own codes are in its schema. */
export type ClientErrorCode =
  | "api_unreachable"
  | "checksum_mismatch"
  | "cors_blocked"
  | "cors_etag_not_exposed"
  | "disk_full"
  | "file_changed"
  | "file_unreadable"
  | "folder_denied"
  | "folder_gone"
  | "get_denied"
  | "kms_denied"
  | "leftover_mismatch"
  | "local_name_refused"
  | "local_write_failed"
  | "network_failed"
  | "object_changed"
  | "offline"
  | "s3_access_denied"
  | "s3_error"
  | "signature_expired"
  | "staging_unavailable"
  | "worker_stopped";

/** Codes of the API that the engine raises by itself, before or instead of a call. */
type SharedErrorCode =
  | "clock_skewed"
  | "content_type_not_allowed"
  | "credentials_expired"
  | "file_too_large"
  | "internal"
  | "key_too_long"
  | "name_invalid"
  | "not_found"
  | "object_archived"
  | "upload_damaged"
  | "upload_not_found";

export type FailureParams = Readonly<Record<string, string | number | readonly string[]>>;

/** `code` is a ClientErrorCode or any ErrorCode of the API, which passes through core unread. */
export interface Failure {
  readonly code: string;
  readonly params: FailureParams;
  readonly requestId: string | null;
}

/** A failure that the engine itself found. */
export function failure(
  code: ClientErrorCode | SharedErrorCode,
  params: FailureParams = {},
): Failure {
  return { code, params, requestId: null };
}
