/** A page of the listing as it came from S3, and how a page that was fetched again takes its place. */
import type { components } from "@/api/schema.gen";
import type { Entry } from "./entry";

export interface ListingPage {
  readonly entries: readonly Entry[];
  /** Whether S3 has a key that begins with the prefix; an empty one may have its marker object. */
  readonly prefixExists: boolean;
  /** Where the next page begins; null when this is the last one. */
  readonly nextCursor: string | null;
}

/** Reads an answer of the API. */
export function toListingPage(
  { prefixes, objects, nextCursor, prefixExists }: components["schemas"]["ObjectPage"],
  prefix: string,
): ListingPage {
  const entries: Entry[] = [];
  for (const key of prefixes) {
    entries.push({ kind: "prefix", key, name: key.slice(prefix.length, -1) });
  }
  for (const { key, size, lastModified, storageClass } of objects) {
    const name = key.slice(prefix.length);
    entries.push({
      kind: "object",
      key,
      name,
      size,
      modified: Date.parse(lastModified),
      storageClass,
    });
  }
  return { entries, prefixExists, nextCursor };
}

/** Indexes of the loaded pages in which `keys` belong; keys behind the last loaded page have none. */
export function pagesOf(pages: readonly ListingPage[], keys: Iterable<string>): readonly number[] {
  const ends = pages.map(lastKey);
  const found = new Set<number>();
  for (const key of keys) {
    const page = pages.findIndex((p, i) => p.nextCursor === null || key <= (ends[i] ?? ""));
    if (page >= 0) found.add(page);
  }
  return [...found].sort((a, b) => a - b);
}

/**
 * Puts a page that was fetched again in the place of the old one. The new one may end earlier,
 * because something was added; what it pushed out is kept, so that no row vanishes.
 */
export function replacePage(
  pages: readonly ListingPage[],
  index: number,
  fresh: ListingPage,
): readonly ListingPage[] {
  const old = pages[index];
  if (old === undefined) return pages;
  if (fresh.nextCursor === null) return [...pages.slice(0, index), fresh];
  if (old.nextCursor === null) return pages.with(index, fresh);
  const end = lastKey(fresh);
  const pushedOut = old.entries.filter((entry) => entry.key > end);
  return pages.with(index, { ...old, entries: [...fresh.entries, ...pushedOut] });
}

/**
 * The greatest key. JavaScript compares UTF-16 and S3 UTF-8; they disagree only on characters
 * beyond U+FFFF against U+E000 to U+FFFF, where a refresh may then look at a page beside.
 */
function lastKey(page: ListingPage): string {
  return page.entries.reduce((last, { key }) => (key > last ? key : last), "");
}
