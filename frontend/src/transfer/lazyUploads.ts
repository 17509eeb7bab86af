/** Begins uploads with an engine that may still have to be loaded. */
import type { Source } from "./core/upload";
import type { Commands } from "./host";
import type { LazyEngine } from "./lazyEngine";
import type { Leftover, NewFile, TransferView, UnusedFiles } from "./transfers";
import { waitingView } from "./views";

/** A file on its way to its key. */
export interface Arrival extends Source {
  readonly file: File;
  /** Where the browser gives one. */
  readonly handle: FileSystemFileHandle | undefined;
}

export interface Uploads extends Commands {
  add(arrivals: readonly Arrival[]): void;
  giveFiles(ids: readonly string[], files: readonly NewFile[]): UnusedFiles;
  continueLeftover(leftover: Leftover, arrival: Arrival): void;
}

export function add(uploads: LazyEngine<Uploads>, arrivals: readonly Arrival[]): void {
  uploads.begin(arrivals.map(viewOf), (engine, isKept) => {
    engine.add(arrivals.filter(({ id }) => isKept(id)));
  });
}

/** Goes on with what was left at S3, under the key that it was begun with. */
export function continueLeftover(
  uploads: LazyEngine<Uploads>,
  leftover: Leftover,
  { file, handle }: NewFile,
  id: string,
): void {
  const { bucket, key, uploadId } = leftover;
  const end = key.lastIndexOf("/") + 1;
  const { size, lastModified } = file;
  const place = { id, bucket, prefix: key.slice(0, end), name: key.slice(end) };
  const arrival: Arrival = { ...place, size, lastModified, file, handle };
  uploads.begin([{ ...viewOf(arrival), key, uploadId }], (engine, isKept) => {
    if (isKept(id)) engine.continueLeftover(leftover, arrival);
  });
}

function viewOf({ id, bucket, prefix, name, size }: Arrival): TransferView {
  return waitingView({ id, direction: "upload", bucket, prefix, name, size });
}
