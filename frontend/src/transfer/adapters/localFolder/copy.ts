/** Copies bytes into a file of a picked folder. */

/** Bytes between two looks at whether they are still wanted. */
const STEP = 16 * 1024 * 1024;

/**
 * The file has its old content, or none, until all is written; a failure leaves it so.
 * @throws DOMException as the file system does; what `signal` was aborted with
 */
export async function copy(
  blob: Blob,
  file: FileSystemFileHandle,
  signal: AbortSignal,
): Promise<void> {
  const writable = await file.createWritable();
  try {
    for (let at = 0; at < blob.size; at += STEP) {
      signal.throwIfAborted();
      await writable.write(blob.slice(at, Math.min(at + STEP, blob.size)));
    }
    signal.throwIfAborted();
    await writable.close();
  } catch (error) {
    await writable.abort().catch(() => undefined);
    throw error;
  }
}
