/** Reads an object, or its first bytes, through a presigned address. */
import { PreviewError, readRefusal } from "./PreviewError";

export interface ReadOptions {
  /** Bytes to read at most. */
  readonly limit: number;
  /** Bytes of the object as S3 keeps it. */
  readonly size: number;
  /** Its Content-Encoding: of what is compressed, a range cannot be unpacked. */
  readonly encoding: string | null;
  readonly signal: AbortSignal;
}

export interface ReadBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whether the object goes on after them. */
  readonly isCut: boolean;
}

/** @throws PreviewError */
export async function readBytes(url: string, options: ReadOptions): Promise<ReadBytes> {
  const { limit, size, encoding, signal } = options;
  const isPart = size > limit && encoding === null;
  const response = await ask(url, isPart ? { range: `bytes=0-${limit - 1}` } : {}, signal);
  if (!response.ok) throw await readRefusal(response);
  const read = await readUpTo(response, limit);
  return isPart ? { ...read, isCut: true } : read;
}

async function ask(url: string, headers: Record<string, string>, signal: AbortSignal) {
  try {
    // What an <img> has fetched lies in the cache without its CORS headers.
    return await fetch(url, { headers, signal, cache: "no-store" });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new PreviewError(navigator.onLine ? "unreachable" : "offline");
  }
}

/** Stops at the limit, also where S3 sends more than was asked for. */
async function readUpTo({ body }: Response, limit: number): Promise<ReadBytes> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = body?.getReader();
  while (reader !== undefined && length <= limit) {
    const { value, done } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
  }
  reader?.cancel().catch(() => undefined); // nobody waits for what nobody reads
  return { bytes: joined(chunks, length).subarray(0, limit), isCut: length > limit };
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
