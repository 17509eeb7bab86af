/** What an error of the origin-private file system means. */
import { type Failure, failure } from "../../core/failure";
import { errorName } from "../errorName";

/** `size`: bytes that have to find room. */
export function stagingFailure(error: unknown, size: number): Failure {
  const name = errorName(error);
  if (name === "QuotaExceededError") return failure("disk_full", { size });
  // Private windows refuse it; an insecure page has no `navigator.storage` at all.
  if (name === "SecurityError" || name === "TypeError") return failure("staging_unavailable");
  return failure("local_write_failed");
}

/** For where the browser does not say so itself. */
export function diskFull(): DOMException {
  return new DOMException("The disk is full", "QuotaExceededError");
}
