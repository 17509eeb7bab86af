/** Whether an error is about a part of the page that could not be loaded. */

/** A chunk that could not be fetched: offline, or a deployment has replaced it. */
export function isLoadFailure(error: Error): boolean {
  return error instanceof TypeError && /import|module script|fetch/i.test(error.message);
}
