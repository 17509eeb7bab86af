/** Begins uploads with an engine that may still have to be loaded. */
import type { Commands } from "./host";
import type { LazyEngine } from "./lazyEngine";
import type { Destination, Leftover, NewFile, TransferView } from "./transfers";
import { waitingView } from "./views";

/** A file on its way into a prefix. */
export interface Arrival extends NewFile {
  readonly id: string;
  readonly bucket: string;
  /** With the folders of a dropped folder: those never become part of the name. */
  readonly prefix: string;
  readonly name: string;
}

export interface Uploads extends Commands {
  add(arrivals: readonly Arrival[]): void;
  /** @returns the files that none of these waits for */
  giveFiles(ids: readonly string[], files: readonly NewFile[]): readonly NewFile[];
  continueLeftover(leftover: Leftover, arrival: Arrival): void;
}

export function add(
  uploads: LazyEngine<Uploads>,
  destination: Destination,
  files: readonly NewFile[],
  newId: () => string,
): void {
  const arrivals = files.map((file) => arrivalOf(destination, file, newId()));
  uploads.begin(arrivals.map(viewOf), (engine, isKept) => {
    engine.add(arrivals.filter(({ id }) => isKept(id)));
  });
}

/** Goes on with what was left at S3, under the key that it was begun with. */
export function continueLeftover(
  uploads: LazyEngine<Uploads>,
  leftover: Leftover,
  file: NewFile,
  id: string,
): void {
  const { bucket, key } = leftover;
  const end = key.lastIndexOf("/") + 1;
  const arrival = { ...file, id, bucket, prefix: key.slice(0, end), name: key.slice(end) };
  uploads.begin([{ ...viewOf(arrival), key }], (engine, isKept) => {
    if (isKept(id)) engine.continueLeftover(leftover, arrival);
  });
}

function arrivalOf({ bucket, prefix }: Destination, file: NewFile, id: string): Arrival {
  const path = file.relativePath ?? file.file.name;
  const end = path.lastIndexOf("/") + 1;
  return { ...file, id, bucket, prefix: prefix + path.slice(0, end), name: path.slice(end) };
}

function viewOf({ id, bucket, prefix, name, file }: Arrival): TransferView {
  return waitingView({ id, direction: "upload", bucket, prefix, name, size: file.size });
}
