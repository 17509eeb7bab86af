/** One instance of each hash function for all that a worker hashes: an instance holds gigabytes of addresses. */
import { createCRC64, type IHasher } from "hash-wasm";

/** One of hash-wasm's functions, or of the same shape. */
export type CreateHasher = () => Promise<IHasher>;

/** The polynomial of the NVM Express specification, reversed. */
const CRC64NVME_POLYNOMIAL = "9a6c9329ac4bc9b5";

export const createCRC64NVME: CreateHasher = () => createCRC64(CRC64NVME_POLYNOMIAL);

const created = new Map<CreateHasher, Promise<IHasher>>();

/** The instance is lent: whoever uses it loads its own state before, and saves it after. */
export function hasherOf(create: CreateHasher): Promise<IHasher> {
  const hasher = created.get(create) ?? create();
  created.set(create, hasher);
  // There may be memory for it the next time.
  hasher.catch(() => created.delete(create));
  return hasher;
}
