/** Compares what was noted of a part by an earlier page with the file as it is now. */
import { type AckedPart, type Digest, isSameEtag } from "./part";
import type { BegunPlan } from "./plan";

/**
 * What is known of the part now; null: the file has other bytes there. Where nothing can be compared,
 * the part counts, but nobody may call it verified.
 */
export function rechecked(
  plan: BegunPlan,
  noted: AckedPart,
  digest: Digest | null,
): AckedPart | null {
  if (digest === null) return unknown(noted);
  const isMd5 = noted.matched === true || (plan.kind === "multipart" && plan.etagIsMd5 === true);
  if (isMd5 && noted.etag !== null && digest.md5 !== null) {
    return isSameEtag(noted.etag, digest.md5)
      ? { etag: noted.etag, matched: true, crc64nvme: digest.crc64nvme }
      : null;
  }
  if (noted.crc64nvme === null || digest.crc64nvme === null) return unknown(noted);
  return noted.crc64nvme === digest.crc64nvme ? noted : null;
}

function unknown(noted: AckedPart): AckedPart {
  return { ...noted, matched: null, crc64nvme: null };
}
