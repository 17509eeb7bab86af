/** Tells at once, with nothing loaded, whether downloads are left to go on with. */

const KEY = "s3loader.downloads";

export function hasUnfinishedDownloads(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** Where a page may store nothing, a reload forgets. */
export function flagUnfinishedDownloads(isAnyLeft: boolean): void {
  try {
    if (isAnyLeft) localStorage.setItem(KEY, "unfinished");
    else localStorage.removeItem(KEY);
  } catch {
    // Nothing that this page remembers would survive it either.
  }
}
