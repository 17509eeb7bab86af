/** Why a file that was picked can no longer be read. */
import { type Failure, failure } from "../core/failure";

/** NotFoundError: it is gone. Other errors: it is there, but no longer the file that was picked. */
export function unreadable(file: File, error: unknown): Failure {
  const gone = error instanceof DOMException && error.name === "NotFoundError";
  return failure(gone ? "file_unreadable" : "file_changed", { name: file.name });
}
