/** What the API is asked, to complete one upload. */
import { combined } from "../core/crc64";
import { pieceRange } from "../core/plan";
import type { Confirming } from "../core/upload";
import type { ConfirmRequest } from "../ports";

export function confirmRequest(upload: Confirming): ConfirmRequest {
  const { plan, acked, source, onConflict, inDoubt } = upload;
  const shared = {
    key: plan.key,
    size: source.size,
    nonce: plan.nonce,
    // A name that keep-both found free is still another's if someone took it meanwhile.
    onConflict: onConflict === "replace" ? ("replace" as const) : ("refuse" as const),
    crc64nvme: checksumOf(upload),
  };
  // Where an upload id is gone, too, only the object itself can tell whether it is ours.
  if (plan.kind === "put" || inDoubt) {
    const etag = inDoubt ? null : (acked[0]?.etag ?? null);
    // S3's ETag is not the MD5 of what was sent: under KMS it never is, elsewhere that is damage.
    const verify = etag !== null && acked[0]?.matched === false;
    return { ...shared, uploadId: null, etag, verify, parts: [] };
  }
  const parts = acked.map((part, i) => ({ partNumber: i + 1, etag: part?.etag ?? "" }));
  return { ...shared, uploadId: plan.uploadId, etag: null, verify: false, parts };
}

/** Of the whole object; null where that of a part is not known. */
function checksumOf({ plan, acked, source }: Confirming): string | null {
  const parts = acked.flatMap((part, i) => {
    const { from, to } = pieceRange(plan, i + 1, source.size);
    return part?.crc64nvme == null ? [] : [{ crc64nvme: part.crc64nvme, length: to - from }];
  });
  return parts.length === acked.length ? combined(parts) : null;
}
