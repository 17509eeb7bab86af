/** Hashes of bytes that come in order, by hash-wasm. */
import {
  createCRC32,
  createCRC64,
  createMD5,
  createSHA1,
  createSHA256,
  type IHasher,
} from "hash-wasm";

/** Reversed: CRC32C is Castagnoli's, CRC64NVME the one of the NVM Express specification. */
const CRC32C_POLYNOMIAL = 0x82f63b78;
const CRC64NVME_POLYNOMIAL = "9a6c9329ac4bc9b5";

/** By the names that S3 gives them. */
const hashers = {
  CRC64NVME: () => createCRC64(CRC64NVME_POLYNOMIAL),
  CRC32: () => createCRC32(),
  CRC32C: () => createCRC32(CRC32C_POLYNOMIAL),
  SHA256: createSHA256,
  SHA1: createSHA1,
} satisfies Record<string, () => Promise<IHasher>>;

export type WholeAlgorithm = keyof typeof hashers;

export function isKnown(algorithm: string): algorithm is WholeAlgorithm {
  return Object.hasOwn(hashers, algorithm);
}

export interface Hash {
  update(bytes: Uint8Array): void;
  /** Once, at the end; as S3 writes it. */
  digest(): string;
}

/** Base64, as S3 writes checksums. */
export async function wholeHash(algorithm: WholeAlgorithm): Promise<Hash> {
  const hasher = await hashers[algorithm]();
  return {
    update: (bytes) => void hasher.update(bytes),
    digest: () => btoa(String.fromCharCode(...hasher.digest("binary"))),
  };
}

/** Hexadecimal, as in the ETag of a single PUT. */
export async function md5(): Promise<Hash> {
  const hasher = await createMD5();
  return { update: (bytes) => void hasher.update(bytes), digest: () => hasher.digest() };
}

/** The ETag of a multipart upload in parts of `partSize` bytes. */
export async function md5OfParts(partSize: number): Promise<Hash> {
  const [part, all] = [await createMD5(), await createMD5()];
  let [count, inPart] = [0, 0];
  const endPart = () => {
    all.update(part.digest("binary"));
    part.init();
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
      return `${all.digest()}-${count}`;
    },
  };
}
