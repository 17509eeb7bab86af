/** Lets one page at a time put a file under a name. */
import { folded } from "../../core/downloads/localPath";
import type { LocalPath } from "../../downloads/ports";

/**
 * Does something alone under a name of a folder; at once where the browser has no locks.
 * @throws what `work` throws; DOMException `AbortError`: `signal` was aborted while it waited
 */
export async function alone<Value>(
  folder: string,
  path: LocalPath,
  signal: AbortSignal,
  work: () => Promise<Value>,
): Promise<Value> {
  const release = await locked(`s3loader save ${folded([folder, ...path])}`, signal);
  try {
    return await work();
  } finally {
    release();
  }
}

function locked(name: string, signal: AbortSignal): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const held = () =>
      new Promise<void>((release) => {
        resolve(release);
      });
    request(name, signal, held).catch(() => {
      if (signal.aborted) reject(new DOMException("Nobody waits any more", "AbortError"));
      else resolve(() => undefined);
    });
  });
}

/** Rejects, too, where there are no locks at all. */
async function request(
  name: string,
  signal: AbortSignal,
  held: () => Promise<void>,
): Promise<void> {
  await navigator.locks.request(name, { signal }, held);
}
