/** One piece of an upload: the hashes of its bytes, and what S3 has acknowledged of it. */

/** Hashes of some bytes; null where it was not asked for. */
export interface Digest {
  /** Hexadecimal, as in an ETag. */
  readonly md5: string | null;
  /** CRC64NVME as S3 writes it: base64 of eight bytes, the most significant first. */
  readonly crc64nvme: string | null;
}

/** A piece that S3 has acknowledged. */
export interface AckedPart {
  /** As S3 gave it; null where a bucket's CORS rules hide it, which ends all but single PUTs. */
  readonly etag: string | null;
  /** Its ETag was the MD5 of what was sent; null where one of them is not known. */
  readonly matched: boolean | null;
  /** Of what was sent; null where it is not known. */
  readonly crc64nvme: string | null;
}

/** A part of a multipart upload that S3 has acknowledged. */
export interface NotedPart extends AckedPart {
  readonly etag: string;
}

/** A part as S3 lists it. */
export interface UploadedPart {
  readonly partNumber: number;
  /** Bytes. */
  readonly size: number;
  /** Without quotes. */
  readonly etag: string;
}

/** Whether two ETags are the same: S3 quotes them in some answers and not in others. */
export function isSameEtag(one: string, other: string): boolean {
  return unquoted(one) === unquoted(other);
}

function unquoted(etag: string): string {
  return etag.replaceAll('"', "");
}
