/** What the caller did, by day and bucket; asked anew whenever the page is opened. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useApi } from "@/api/ApiContext";
import { bodyOf } from "@/api/client";
import type { components } from "@/api/schema.gen";
import { rangeFault, type Range } from "./period";

export type Activity = components["schemas"]["Activity"];

/** The days shown before stay until those asked for are here; what the API would refuse is not asked. */
export function useActivity({ first, last }: Range) {
  const api = useApi();
  return useQuery<Activity>({
    queryKey: ["activity", first, last],
    queryFn: ({ signal }) =>
      bodyOf(api.GET("/api/activity", { params: { query: { first, last } }, signal })),
    enabled: rangeFault({ first, last }) === null,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
}
