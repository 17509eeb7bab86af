/** Hashes of bytes that are not there: of a text that stands for them. */
import type { Digest } from "../core/part";
import type { DigestPort } from "../ports";

/** What stands for the bytes of a fake file or of a slice of it. */
export function contentOf(body: Blob): string {
  return "content" in body ? String(body.content) : "";
}

export function md5Of(content: string): string {
  return `md5 of ${content}`;
}

/** Eight bytes that depend on the text, base64. */
export function crcOf(content: string): string {
  let hash = 0xcbf2_9ce4_8422_2325n;
  for (const character of content) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(character.charCodeAt(0))) * 0x1_0000_01b3n);
  }
  return Buffer.from(hash.toString(16).padStart(16, "0"), "hex").toString("base64");
}

/** Hashes at once. */
export const fakeDigests: DigestPort = {
  digest: (bytes, wanted, signal) => {
    const content = contentOf(bytes);
    const digest: Digest = {
      md5: wanted.md5 ? md5Of(content) : null,
      crc64nvme: wanted.crc64nvme ? crcOf(content) : null,
    };
    return Promise.resolve(signal.aborted ? null : digest);
  },
};
