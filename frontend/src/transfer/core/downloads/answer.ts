/** What an answer of S3, or the lack of one, means for the range that was asked for. */
import { type S3Answer, element, judge, type Verdict as PutVerdict } from "../answer";
import { failure, type Failure } from "../failure";
import type { RangeAnswer } from "./events";

export type Verdict =
  | { readonly kind: "stored" }
  | Extract<PutVerdict, { kind: "try-again" | "url-refused" | "refused" }>
  /** It is another object by now. */
  | { readonly kind: "changed" };

/** Judges the answer to a GET of `key` when its ETag was `etag` (without quotes). */
export function judgeRange(
  answer: RangeAnswer,
  { bucket, key, etag }: { bucket: string; key: string; etag: string },
): Verdict {
  if (answer.kind === "unstored") return { kind: "refused", failure: answer.failure };
  if (answer.kind === "answered") {
    // 416: the object has become shorter than the range.
    if (answer.status === 412 || answer.status === 416) return { kind: "changed" };
    const reason = reasonOf(answer, bucket, key);
    if (reason !== null) return { kind: "refused", failure: reason };
  }
  const verdict = judge(answer, bucket, key);
  switch (verdict.kind) {
    case "stored":
      // Whole objects come without If-Match, for it would cost a preflight.
      return { kind: isOther(verdict.etag, etag) ? "changed" : "stored" };
    case "key-taken":
      return { kind: "changed" };
    case "try-again":
    case "url-refused":
    case "refused":
      return verdict;
    default:
      return verdict satisfies never;
  }
}

type Answered = Extract<S3Answer, { kind: "answered" }>;

/** A refusal that is said in other words than that of a PUT. */
function reasonOf({ status, body }: Answered, bucket: string, key: string): Failure | null {
  const code = element(body, "Code");
  const message = element(body, "Message");
  const requestId = element(body, "RequestId") || null;
  if (status === 404) return { ...failure("not_found", { bucket, key }), requestId };
  if (code === "InvalidObjectState") {
    const storageClass = element(body, "StorageClass") || "Glacier";
    return { ...failure("object_archived", { key, storageClass, restore: "none" }), requestId };
  }
  const isDenied = status === 403 && (code === "AccessDenied" || code === "");
  if (!isDenied || /request has expired/i.test(message)) return null;
  // S3 names the missing permission of KMS only in the text.
  const denied = /kms:/i.test(message) ? "kms_denied" : "get_denied";
  return { ...failure(denied, { bucket, key }), requestId };
}

/** S3 writes the ETag in quotes; a page may see it only where CORS rules expose it. */
function isOther(answered: string | null, planned: string): boolean {
  return answered !== null && answered.replaceAll('"', "") !== planned;
}
