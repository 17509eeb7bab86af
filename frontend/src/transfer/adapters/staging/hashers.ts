/** One instance of each hash function for all downloads: an instance holds gigabytes of addresses. */
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
const creators = {
  CRC64NVME: () => createCRC64(CRC64NVME_POLYNOMIAL),
  CRC32: () => createCRC32(),
  CRC32C: () => createCRC32(CRC32C_POLYNOMIAL),
  SHA256: createSHA256,
  SHA1: createSHA1,
  MD5: createMD5,
} satisfies Record<string, () => Promise<IHasher>>;

export type Algorithm = keyof typeof creators;

export function isKnown(algorithm: string): algorithm is Algorithm {
  return Object.hasOwn(creators, algorithm);
}

const created = new Map<Algorithm, Promise<IHasher>>();

/** The instance is lent: whoever uses it loads its own state before, and saves it after. */
export function hasherOf(algorithm: Algorithm): Promise<IHasher> {
  const hasher = created.get(algorithm) ?? creators[algorithm]();
  created.set(algorithm, hasher);
  // There may be memory for it the next time.
  hasher.catch(() => created.delete(algorithm));
  return hasher;
}
