/** The filter of the list: what is typed, anywhere in the name, whatever its case. */
import type { Entry } from "./entry";

/** macOS writes Hangul in pieces (NFD); both sides are composed so that they meet. */
const folded = (text: string) => text.normalize("NFC").toLowerCase();

export function filterEntries(entries: readonly Entry[], typed: string): readonly Entry[] {
  const wanted = folded(typed.trim());
  return wanted === "" ? entries : entries.filter((entry) => folded(entry.name).includes(wanted));
}
