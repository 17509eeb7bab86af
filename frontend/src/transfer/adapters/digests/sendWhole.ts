/** Reads a small file once, and hashes and sends those very bytes. */
import { type Failure, failure } from "../../core/failure";
import type { Digest, WantedDigest, WholeAnswer } from "../../ports";
import { putByXhr } from "../s3";
import { unreadable } from "../unreadable";
import { digestOfBytes } from "./digestOf";
import type { PutOrder } from "./messages";

/** So small that even a slow line sends it well before a request counts as stalled. */
const SILENT_MAX_BYTES = 128 * 1024;

/** It does not reject. */
export async function sendWhole(
  { request, file, size, wanted }: PutOrder,
  signal: AbortSignal,
  onProgress: (loaded: number) => void,
): Promise<WholeAnswer> {
  const bytes = await bytesOf(file, size);
  if ("code" in bytes) return { kind: "unstored", failure: bytes };
  const told = size > SILENT_MAX_BYTES ? onProgress : null;
  const sending = putByXhr({ request, body: bytes, signal, onProgress: told });
  const digest = await digestOrNone(new Uint8Array(bytes), wanted);
  const answer = await sending;
  return answer.kind === "answered" ? { ...answer, digest } : { kind: "broken" };
}

async function bytesOf(file: File, size: number): Promise<ArrayBuffer | Failure> {
  try {
    const bytes = await file.arrayBuffer();
    if (bytes.byteLength === size) return bytes;
    // Chromium shows a file that has vanished as an empty one.
    const code = bytes.byteLength === 0 ? "file_unreadable" : "file_changed";
    return failure(code, { name: file.name });
  } catch (error) {
    return unreadable(file, error);
  }
}

/** Without memory for a hash the file goes on unverified. */
async function digestOrNone(bytes: Uint8Array, wanted: WantedDigest): Promise<Digest | null> {
  try {
    return await digestOfBytes(bytes, wanted);
  } catch {
    return null;
  }
}
