/** Copies bytes into a file of a picked folder. */

/** Bytes between two reports of progress. */
const STEP = 16 * 1024 * 1024;

/**
 * The file has its old content, or none, until all is written; a failure leaves it so.
 * @throws DOMException as the file system does
 */
export async function copy(
  blob: Blob,
  file: FileSystemFileHandle,
  onProgress: (written: number) => void,
): Promise<void> {
  const writable = await file.createWritable();
  try {
    for (let at = 0; at < blob.size; at += STEP) {
      const end = Math.min(at + STEP, blob.size);
      await writable.write(blob.slice(at, end));
      onProgress(end);
    }
    await writable.close();
  } catch (error) {
    await writable.abort().catch(() => undefined);
    throw error;
  }
}
