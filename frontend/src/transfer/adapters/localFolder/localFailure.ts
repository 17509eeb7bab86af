/** What an error of the local folder means. */
import { type Failure, failure } from "../../core/failure";
import type { LocalPath } from "../../downloads/ports";
import { errorName } from "../errorName";

export interface Place {
  /** The picked folder's name. */
  readonly folder: string;
  readonly path: LocalPath;
  /** Bytes that have to find room. */
  readonly size: number;
}

export function localFailure(error: unknown, { folder, path, size }: Place): Failure {
  switch (errorName(error)) {
    case "NotAllowedError":
    case "SecurityError":
      return failure("folder_denied", { folder });
    case "NotFoundError":
      return failure("folder_gone", { folder });
    case "TypeError":
      return failure("local_name_refused", { path: path.join("/") });
    case "QuotaExceededError":
      return failure("disk_full", { size });
    default:
      // NoModificationAllowedError: another program writes it; TypeMismatchError: a folder has the name.
      return failure("local_write_failed", { path: path.join("/") });
  }
}
