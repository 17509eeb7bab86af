/** Every policy of the connected identity that could be read: one call, kept for 5 minutes. */
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "@/api/ApiContext";
import { bodyOf, type Api } from "@/api/client";
import type { components } from "@/api/schema.gen";
import { keptFor } from "./useEffective";

export type PolicyReport = components["schemas"]["PolicyReport"];
export type PolicyView = components["schemas"]["PolicyView"];
export type PolicyStatement = components["schemas"]["PolicyStatement"];
export type Subject = components["schemas"]["Subject"];
export type UnreadableSource = components["schemas"]["UnreadableSource"];

function policiesQuery(api: Api, refresh = false) {
  return queryOptions<PolicyReport>({
    queryKey: ["permissions", "policies"],
    queryFn: ({ signal }) =>
      bodyOf(api.GET("/api/permissions/policies", { params: { query: { refresh } }, signal })),
    staleTime: keptFor,
  });
}

export function usePolicies() {
  const api = useApi();
  const queries = useQueryClient();
  const query = useQuery(policiesQuery(api));
  const refresh = async () => {
    const options = { ...policiesQuery(api, true), staleTime: 0 };
    await queries.query(options).catch(() => undefined); // the query itself has the error
  };
  return { ...query, refresh };
}
