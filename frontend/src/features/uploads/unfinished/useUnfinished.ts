/** The unfinished uploads below a place, page by page. */
import { useInfiniteQuery, useQueryClient, type InfiniteData } from "@tanstack/react-query";
import { useApi } from "@/api/ApiContext";
import { bodyOf } from "@/api/client";
import type { components } from "@/api/schema.gen";
import type { Place } from "./unfinished";

type Page = components["schemas"]["UnfinishedUploads"];

/** S3 is asked for the parts of each: more at once would come too late. */
const pageLimit = 50;

const queryKey = ({ bucket, prefix }: Place) => ["unfinished", bucket, prefix];

export type Listing = ReturnType<typeof useUnfinished>;

export function useUnfinished(place: Place) {
  const api = useApi();
  const { bucket, prefix } = place;
  const listing = useInfiniteQuery({
    queryKey: queryKey(place),
    queryFn: ({ pageParam, signal }) => {
      const query = { bucket, prefix, limit: pageLimit, ...(pageParam && { cursor: pageParam }) };
      return bodyOf(api.GET("/api/uploads/unfinished", { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page) => page.nextCursor,
    refetchOnWindowFocus: false,
  });
  const pages = listing.data?.pages ?? [];
  return {
    ...listing,
    uploads: pages.flatMap(({ uploads }) => uploads),
    /** Undefined before the first answer. */
    lifetime: pages[0]?.lifetime,
  };
}

/** Takes an upload out of the list that is not there any more. */
export function useDropUnfinished(place: Place): (uploadId: string) => void {
  const queries = useQueryClient();
  return (uploadId) => {
    queries.setQueryData<InfiniteData<Page>>(
      queryKey(place),
      (now) => now && { ...now, pages: now.pages.map((page) => without(page, uploadId)) },
    );
  };
}

function without(page: Page, uploadId: string): Page {
  return { ...page, uploads: page.uploads.filter((upload) => upload.uploadId !== uploadId) };
}
