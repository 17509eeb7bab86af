/** The cookies of Google Analytics, which `firebaseAnalytics` keeps to this host. */

/** Removes what tells one browser from another. */
export function forgetCookies(page: Document, measurementId: string): void {
  for (const name of ["_ga", `_ga_${measurementId.replace(/^G-/, "")}`])
    page.cookie = `${name}=; path=/; max-age=0`;
}
