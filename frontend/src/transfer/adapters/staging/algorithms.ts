/** The checksums that S3 may have of an object. */
import { createCRC32, createMD5, createSHA1, createSHA256 } from "hash-wasm";
import { type CreateHasher, createCRC64NVME } from "../hashes/hashers";

/** Castagnoli's, reversed. */
const CRC32C_POLYNOMIAL = 0x82f63b78;

/** By the names that S3 gives them. */
const creators = new Map<string, CreateHasher>([
  ["CRC64NVME", createCRC64NVME],
  ["CRC32", () => createCRC32()],
  ["CRC32C", () => createCRC32(CRC32C_POLYNOMIAL)],
  ["SHA256", createSHA256],
  ["SHA1", createSHA1],
  ["MD5", createMD5],
]);

/** Null: an algorithm that is not known here. */
export function creatorOf(algorithm: string): CreateHasher | null {
  return creators.get(algorithm) ?? null;
}
