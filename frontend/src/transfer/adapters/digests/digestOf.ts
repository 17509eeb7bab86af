/** Takes all hashes that are wanted of some bytes: those of a Blob are read once, a piece at a time. */
import type { Digest, WantedDigest } from "../../ports";
import { createCRC64NVME } from "../hashes/hashers";
import { checksum, type Hash, md5 } from "../hashes/hashes";

/** Bytes read at once: a few ms of hashing, and all the memory that one digest takes. */
const PIECE = 1024 * 1024;

/**
 * @param onProgress hears how many bytes have been hashed
 * @throws DOMException when the bytes cannot be read; what the signal was aborted with
 */
export async function digestOf(
  bytes: Blob,
  wanted: WantedDigest,
  signal: AbortSignal,
  onProgress: (hashed: number) => void,
): Promise<Digest> {
  const hashes = await begin(wanted);
  await read(bytes, [hashes.md5, hashes.crc64nvme], signal, onProgress);
  return end(hashes);
}

/** The same of bytes that are in memory. */
export async function digestOfBytes(bytes: Uint8Array, wanted: WantedDigest): Promise<Digest> {
  const hashes = await begin(wanted);
  hashes.md5?.update(bytes);
  hashes.crc64nvme?.update(bytes);
  return end(hashes);
}

type Hashes = Readonly<Record<keyof Digest, Hash | null>>;

async function begin(wanted: WantedDigest): Promise<Hashes> {
  return {
    md5: wanted.md5 ? await md5() : null,
    crc64nvme: wanted.crc64nvme ? await checksum(createCRC64NVME) : null,
  };
}

function end(hashes: Hashes): Digest {
  return { md5: hashes.md5?.digest() ?? null, crc64nvme: hashes.crc64nvme?.digest() ?? null };
}

/** Not by a stream: Chromium collects one that only a pending read refers to, and nothing ever ends. */
async function read(
  bytes: Blob,
  hashes: readonly (Hash | null)[],
  signal: AbortSignal,
  onProgress: (hashed: number) => void,
): Promise<void> {
  for (let at = 0; at < bytes.size; at += PIECE) {
    const piece = new Uint8Array(await bytes.slice(at, at + PIECE).arrayBuffer());
    signal.throwIfAborted();
    if (piece.length !== Math.min(PIECE, bytes.size - at)) throw gone();
    for (const hash of hashes) hash?.update(piece);
    onProgress(at + piece.length);
  }
}

/** Chromium shows a file that has vanished as an empty one. */
function gone(): DOMException {
  return new DOMException("The file ends early", "NotReadableError");
}
