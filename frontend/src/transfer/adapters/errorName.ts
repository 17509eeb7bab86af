/** What kind of error it is, "QuotaExceededError"; a DOMException need not be an Error. */
export function errorName(error: unknown): string {
  return error instanceof DOMException || error instanceof Error ? error.name : "";
}
