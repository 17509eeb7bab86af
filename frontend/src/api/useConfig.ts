/** What the server tells before anyone signs in: limits, bucket rules, whose credentials it may use. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useApi } from "./ApiContext";
import { bodyOf, type Api } from "./client";
import type { components } from "./schema.gen";

export type Config = components["schemas"]["Config"];

export function configQuery(api: Api) {
  return queryOptions<Config>({
    queryKey: ["config"],
    queryFn: ({ signal }) => bodyOf(api.GET("/api/config", { signal })),
    staleTime: Infinity,
  });
}

export function useConfig() {
  return useQuery(configQuery(useApi()));
}
