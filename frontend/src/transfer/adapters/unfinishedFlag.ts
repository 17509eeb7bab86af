/** Tells at once, with nothing loaded, whether transfers are left to go on with. */

export type Remembered = "uploads" | "downloads";

export function hasUnfinished(what: Remembered): boolean {
  try {
    return localStorage.getItem(keyOf(what)) !== null;
  } catch {
    return false;
  }
}

/** Where a page may store nothing, a reload forgets. */
export function flagUnfinished(what: Remembered, isAnyLeft: boolean): void {
  try {
    if (isAnyLeft) localStorage.setItem(keyOf(what), "unfinished");
    else localStorage.removeItem(keyOf(what));
  } catch {
    // Nothing that this page remembers would survive it either.
  }
}

function keyOf(what: Remembered): string {
  return `s3loader.${what}`;
}
