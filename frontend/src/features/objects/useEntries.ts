/** The rows in their order: a further page is merged in, anything else is sorted anew. */
import { useMemo, useState } from "react";
import { useLocale } from "use-intl";
import type { Entry } from "./entry";
import type { ListingPage } from "./listingPage";
import { entryComparison, mergeSorted, type Compare, type Order } from "./order";

interface SortedPages {
  readonly compare: Compare;
  readonly pages: readonly ListingPage[];
  readonly entries: readonly Entry[];
}

/** Takes up the last result where the pages only grew. */
export function sortPages(
  last: SortedPages | null,
  pages: readonly ListingPage[],
  compare: Compare,
): SortedPages {
  const grew = last?.compare === compare && last.pages.every((page, i) => pages[i] === page);
  if (!grew) {
    return { compare, pages, entries: pages.flatMap((page) => page.entries).sort(compare) };
  }
  const added = pages.slice(last.pages.length).flatMap((page) => page.entries);
  if (added.length === 0) return { ...last, pages };
  return { compare, pages, entries: mergeSorted(last.entries, added.sort(compare), compare) };
}

export function useEntries(pages: readonly ListingPage[], order: Order): readonly Entry[] {
  const locale = useLocale();
  const compare = useMemo(() => entryComparison(order, locale), [order, locale]);
  const [sorted, setSorted] = useState(() => sortPages(null, pages, compare));
  if (sorted.pages === pages && sorted.compare === compare) return sorted.entries;
  const next = sortPages(sorted, pages, compare);
  setSorted(next);
  return next.entries;
}
