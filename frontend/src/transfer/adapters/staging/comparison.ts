/** Compares the bytes of an object, as they come in order, with the best that S3 says of them. */
import type { RemoteObject, Verification } from "../../downloads/ports";
import { checksum, type Hash, md5, md5OfParts } from "../hashes/hashes";
import { creatorOf } from "./algorithms";

export interface Comparison {
  update(bytes: Uint8Array): void;
  /** Once, after all bytes. */
  end(): Exclude<Verification, { kind: "unreadable" }>;
}

/** Null: there is nothing to compare with but the size (KMS or customer keys without a checksum). */
export async function comparisonWith(object: RemoteObject): Promise<Comparison | null> {
  const { etag, checksum: given, md5PartSize } = object;
  const create = given === null ? null : creatorOf(given.algorithm);
  if (given !== null && create !== null) {
    return comparison(given.algorithm, await checksum(create), given.value);
  }
  if (md5PartSize === null) return null;
  const isOfParts = etag.includes("-");
  return comparison("MD5", isOfParts ? await md5OfParts(md5PartSize) : await md5(), etag);
}

function comparison(algorithm: string, hash: Hash, expected: string): Comparison {
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    end: () => ({ kind: hash.digest() === expected ? "matched" : "mismatched", algorithm }),
  };
}
