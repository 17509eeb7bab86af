/** What lies below a prefix, page by page, kept on screen while it is fetched again. */
import {
  useInfiniteQuery,
  useQueryClient,
  type InfiniteData,
  type QueryClient,
} from "@tanstack/react-query";
import { useCallback } from "react";
import { useApi } from "@/api/ApiContext";
import { bodyOf, type Api } from "@/api/client";
import { pagesOf, replacePage, toListingPage, type ListingPage } from "./listingPage";

/** The most that one ListObjectsV2 call returns. */
const pageLimit = 1000;

export interface Place {
  readonly bucket: string;
  /** Ends with "/", or is empty for the bucket's root. */
  readonly prefix: string;
  /** The person has agreed to pay for requests and transfer. */
  readonly requesterPays: boolean;
}

type Listing = InfiniteData<ListingPage, string | null>;

/** Whoever pays for them. */
export const listingsKey = (bucket: string, prefix: string) => ["objects", bucket, prefix];

export const listingKey = ({ bucket, prefix, requesterPays }: Place) => [
  ...listingsKey(bucket, prefix),
  requesterPays,
];

async function fetchPage(api: Api, place: Place, cursor: string | null, signal?: AbortSignal) {
  const { bucket, prefix, requesterPays } = place;
  const query = {
    bucket,
    prefix,
    limit: pageLimit,
    ...(cursor !== null && { cursor }),
    ...(requesterPays && { requesterPays }),
  };
  const call = api.GET("/api/objects", { params: { query }, ...(signal && { signal }) });
  return toListingPage(await bodyOf(call), prefix);
}

export function useListing(place: Place) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: listingKey(place),
    queryFn: ({ pageParam, signal }) => fetchPage(api, place, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: ListingPage) => page.nextCursor,
    staleTime: 30_000,
    gcTime: 60_000,
    // A long listing is many calls; it is fetched again when asked or when an upload ends.
    refetchOnWindowFocus: false,
    structuralSharing: false,
  });
}

/** Fetches again only the loaded pages in which `keys` belong: one call, however long the list. */
export function useRefreshKeys({ bucket, prefix, requesterPays }: Place) {
  const api = useApi();
  const queries = useQueryClient();
  return useCallback(
    async (keys: ReadonlySet<string>) => {
      const place = { bucket, prefix, requesterPays };
      await underWay(queries, place);
      const loaded = queries.getQueryData<Listing>(listingKey(place));
      if (loaded === undefined) return;
      for (const index of pagesOf(loaded.pages, keys)) {
        const fresh = await fetchPage(api, place, loaded.pageParams[index] ?? null);
        await underWay(queries, place);
        queries.setQueryData<Listing>(
          listingKey(place),
          (now) => now && withPage(now, index, fresh),
        );
      }
    },
    [api, queries, bucket, prefix, requesterPays],
  );
}

/** A fetch under way would write over what is set meanwhile. */
async function underWay(queries: QueryClient, place: Place): Promise<void> {
  const query = queries.getQueryCache().find({ queryKey: listingKey(place) });
  if (query?.state.fetchStatus === "fetching") await query.promise?.catch(() => undefined);
}

function withPage({ pages, pageParams }: Listing, index: number, fresh: ListingPage): Listing {
  const replaced = replacePage(pages, index, fresh);
  return { pages: [...replaced], pageParams: pageParams.slice(0, replaced.length) };
}
