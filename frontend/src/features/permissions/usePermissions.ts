/** What the page shows: the policies and, for each place, what they let the identity do. */
import { useQueries } from "@tanstack/react-query";
import { useApi } from "@/api/ApiContext";
import type { PlaceAnswer } from "./placeAnswer";
import { effectiveQuery, useRefreshEffective, type Place } from "./useEffective";
import { usePolicies } from "./usePolicies";

export function usePermissions(places: readonly Place[]) {
  const policies = usePolicies();
  const api = useApi();
  const results = useQueries({ queries: places.map((place) => effectiveQuery(api, place)) });
  const refreshPlace = useRefreshEffective();
  const columns: readonly PlaceAnswer[] = places.flatMap((place, at) => {
    const result = results[at];
    if (result === undefined) return [];
    const retry = () => void result.refetch();
    return { place, answer: result.data, error: result.error, retry };
  });
  const refresh = () => Promise.all([policies.refresh(), ...places.map(refreshPlace)]);
  const isRefreshing = policies.isRefetching || results.some((result) => result.isRefetching);
  return { policies, columns, refresh, isRefreshing };
}
