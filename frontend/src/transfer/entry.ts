/** An upload together with what cannot be data: its file, its requests and its timers. */
import type { Upload } from "./core/upload";

export interface Entry {
  upload: Upload;
  readonly file: File;
  /** Requests under way, by part. */
  readonly requests: Map<number, AbortController>;
  /** Cancels the waits under way, by part; "call" for the wait before a call of the API. */
  readonly waits: Map<number | "call", () => void>;
}

export function newEntry(upload: Upload, file: File): Entry {
  return { upload, file, requests: new Map(), waits: new Map() };
}

export function bucketOf({ upload }: Entry): string {
  return upload.source.bucket;
}

/** Stops every request and every wait. */
export function stop(entry: Pick<Entry, "requests" | "waits">): void {
  const requests = [...entry.requests.values()];
  entry.requests.clear();
  for (const request of requests) request.abort();
  for (const cancel of entry.waits.values()) cancel();
  entry.waits.clear();
}
