/** What the API is asked, to complete one upload. */
import type { Confirming } from "../core/upload";
import type { ConfirmRequest } from "../ports";

export function confirmRequest({ plan, etags, source, onConflict }: Confirming): ConfirmRequest {
  const shared = {
    key: plan.key,
    size: source.size,
    nonce: plan.nonce,
    // A name that keep-both found free is still another's if someone took it meanwhile.
    onConflict: onConflict === "replace" ? ("replace" as const) : ("refuse" as const),
    crc64nvme: null,
    verify: false,
  };
  if (plan.kind === "put") {
    return { ...shared, uploadId: null, etag: etags[0] ?? null, parts: [] };
  }
  const parts = etags.map((etag, i) => ({ partNumber: i + 1, etag: etag ?? "" }));
  return { ...shared, uploadId: plan.uploadId, etag: null, parts };
}
