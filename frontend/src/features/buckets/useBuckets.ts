/** All buckets of the account: further pages follow by themselves, because the search is over all. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { ApiError } from "@/api/ApiError";
import { useApi } from "@/api/ApiContext";
import { bodyOf } from "@/api/client";
import type { components } from "@/api/schema.gen";

export type Bucket = components["schemas"]["Bucket"];

export function useBuckets() {
  const api = useApi();
  const query = useInfiniteQuery({
    queryKey: ["buckets"],
    queryFn: ({ pageParam, signal }) =>
      bodyOf(api.GET("/api/buckets", { params: { query: { cursor: pageParam } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const buckets = query.data?.pages.flatMap((page) => page.buckets) ?? [];
  const isDenied = query.error instanceof ApiError && query.error.code === "access_denied";
  return { ...query, buckets, isDenied };
}
