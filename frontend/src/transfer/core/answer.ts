/** What an answer of S3, or the lack of one, means for the request that waited for it. */
import { failure, type Failure } from "./failure";

/** `broken`: no answer that a page may see; `stalled`: given up for lack of progress. */
export type S3Answer =
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly etag: string | null;
      readonly body: string;
    }
  | { readonly kind: "broken" }
  | { readonly kind: "stalled" };

export type Verdict =
  | { readonly kind: "stored"; readonly etag: string | null }
  | { readonly kind: "try-again"; readonly throttled: boolean; readonly failure: Failure }
  /** It has expired, or so says a clock: signing again may help. */
  | { readonly kind: "url-refused"; readonly failure: Failure }
  | { readonly kind: "key-taken" }
  | { readonly kind: "refused"; readonly failure: Failure };

const RETRIED_STATUSES = new Set([408, 429, 500, 502, 503, 504]);
const THROTTLES = new Set(["SlowDown", "ServiceUnavailable", "Throttling", "ThrottlingException"]);
const RETRIED_CODES = new Set([
  ...THROTTLES,
  "InternalError",
  "RequestTimeout",
  // Another write to the same key was in progress; S3 asks to try again.
  "ConditionalRequestConflict",
  "OperationAborted",
]);

/** Judges the answer to a PUT of `key` or of one of its parts. */
export function judge(answer: S3Answer, bucket: string, key: string): Verdict {
  if (answer.kind !== "answered") {
    return { kind: "try-again", throttled: false, failure: failure("network_failed", { bucket }) };
  }
  const code = element(answer.body, "Code");
  if (answer.status < 300 && !answer.body.includes("<Error>")) {
    return { kind: "stored", etag: answer.etag };
  }
  // S3 says it with status 400, and with 403.
  if (code === "ExpiredToken") {
    const requestId = element(answer.body, "RequestId") || null;
    return { kind: "refused", failure: { ...failure("credentials_expired"), requestId } };
  }
  if (answer.status === 412) return { kind: "key-taken" };
  if (answer.status === 403) return judgeForbidden(answer.body, code, bucket, key);
  if (code === "NoSuchUpload") {
    const requestId = element(answer.body, "RequestId") || null;
    return { kind: "refused", failure: { ...failure("upload_not_found", { key }), requestId } };
  }
  const reason = s3Error(answer.status, code, answer.body, bucket, key);
  if (RETRIED_STATUSES.has(answer.status) || RETRIED_CODES.has(code)) {
    const throttled = THROTTLES.has(code) || answer.status === 503 || answer.status === 429;
    return { kind: "try-again", throttled, failure: reason };
  }
  return { kind: "refused", failure: reason };
}

function judgeForbidden(body: string, code: string, bucket: string, key: string): Verdict {
  const requestId = element(body, "RequestId") || null;
  // S3 gives a presigned URL's expiry the same code as a missing permission; only the text differs.
  if (code === "AccessDenied" && /request has expired/i.test(element(body, "Message"))) {
    return { kind: "url-refused", failure: { ...failure("signature_expired"), requestId } };
  }
  if (code === "RequestTimeTooSkewed") {
    return { kind: "url-refused", failure: { ...failure("clock_skewed"), requestId } };
  }
  if (code === "AccessDenied" || code === "") {
    const params = { action: "s3:PutObject", bucket, key };
    return { kind: "refused", failure: { ...failure("s3_access_denied", params), requestId } };
  }
  return { kind: "refused", failure: s3Error(403, code, body, bucket, key) };
}

function s3Error(status: number, s3Code: string, body: string, bucket: string, key: string) {
  const params = { status, s3Code, bucket, key };
  return { ...failure("s3_error", params), requestId: element(body, "RequestId") || null };
}

/** The text of the first `<name>` in an S3 error document; "" when there is none. */
export function element(xml: string, name: string): string {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? "";
}
