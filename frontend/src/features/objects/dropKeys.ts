/** Takes deleted keys and prefixes out of the listing that is on screen, and marks the others of the bucket as old. */
import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { detailsKey } from "./details/detailsKey";
import type { ListingPage } from "./listingPage";
import { listingKey, type Place } from "./useListing";

type Listing = InfiniteData<ListingPage, string | null>;

export async function dropKeys(
  queries: QueryClient,
  place: Place,
  keys: readonly string[],
): Promise<void> {
  const queryKey = listingKey(place);
  const gone = new Set(keys);
  // A fetch under way began before the deletion: its answer would bring the rows back.
  await queries.cancelQueries({ queryKey });
  queries.setQueryData<Listing>(queryKey, (now) => now && without(now, gone));
}

function without({ pages, pageParams }: Listing, gone: ReadonlySet<string>): Listing {
  const left = pages.map((page) => {
    const entries = page.entries.filter(({ key }) => !gone.has(key));
    return entries.length === page.entries.length ? page : { ...page, entries };
  });
  return { pages: left, pageParams };
}

/**
 * The other listings of the bucket may have lost a prefix. This one is fetched again where it is
 * unsure what is gone, or where nothing is left: S3 knows whether such a prefix still exists.
 *
 * @returns whether this one has been fetched again
 */
export async function lookAgain(
  queries: QueryClient,
  place: Place,
  isUnsure: boolean,
): Promise<boolean> {
  const queryKey = listingKey(place);
  const left = queries.getQueryData<Listing>(queryKey)?.pages ?? [];
  const isEmpty = left.every(({ entries }) => entries.length === 0);
  void queries.invalidateQueries({ queryKey: listingKey(place).slice(0, 2), refetchType: "none" });
  void queries.invalidateQueries({ queryKey: detailsKey(place.bucket) });
  if (!isUnsure && !isEmpty) return false;
  await queries.invalidateQueries({ queryKey });
  return queries.getQueryState(queryKey)?.isInvalidated === false;
}
