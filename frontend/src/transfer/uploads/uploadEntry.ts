/** An upload together with what cannot be data: its file, its requests and its waits. */
import type { Upload } from "../core/upload";
import { nothingUnderWay, type UnderWay } from "../underWay";

export interface UploadEntry extends UnderWay {
  upload: Upload;
  /** Null: it waits for its file. */
  file: File | null;
  /** With it the file need not be picked again after a reload. */
  handle: FileSystemFileHandle | null;
}

export function newUploadEntry(
  upload: Upload,
  file: File | null,
  handle: FileSystemFileHandle | null = null,
): UploadEntry {
  return { upload, file, handle, ...nothingUnderWay() };
}

export function bucketOf({ upload }: UploadEntry): string {
  return upload.source.bucket;
}

/** Only a paused upload lacks its file, and nothing asks for the file of one that is paused. */
export function fileOf({ file }: UploadEntry): File {
  if (file === null) throw new Error("An upload that waits for its file was to be sent.");
  return file;
}
