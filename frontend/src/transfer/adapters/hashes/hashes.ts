/** Hashes as S3 writes them. */
import { createMD5 } from "hash-wasm";
import type { CreateHasher } from "./hashers";
import { RunningHash } from "./runningHash";

export interface Hash {
  update(bytes: Uint8Array): void;
  /** Once, at the end. */
  digest(): string;
}

/** Base64, as in checksums of the whole object. */
export async function checksum(create: CreateHasher): Promise<Hash> {
  const hash = await RunningHash.begin(create);
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    digest: () => btoa(String.fromCharCode(...hash.digest())),
  };
}

/** The ETag of a single PUT. */
export async function md5(): Promise<Hash> {
  const hash = await RunningHash.begin(createMD5);
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    digest: () => hexadecimal(hash.digest()),
  };
}

/** The ETag of a multipart upload in parts of `partSize` bytes: the MD5 of their MD5s. */
export async function md5OfParts(partSize: number): Promise<Hash> {
  const [part, all] = [await RunningHash.begin(createMD5), await RunningHash.begin(createMD5)];
  let [count, inPart] = [0, 0];
  const endPart = () => {
    all.update(part.digest());
    count += 1;
    inPart = 0;
  };
  return {
    update(bytes) {
      for (let at = 0; at < bytes.length;) {
        const piece = bytes.subarray(at, at + partSize - inPart);
        part.update(piece);
        at += piece.length;
        inPart += piece.length;
        if (inPart === partSize) endPart();
      }
    },
    digest() {
      if (inPart > 0) endPart();
      return `${hexadecimal(all.digest())}-${count}`;
    },
  };
}

function hexadecimal(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
