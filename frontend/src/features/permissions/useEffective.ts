/** What the connected identity may do at a place, asked once and kept for 5 minutes. */
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "@/api/ApiContext";
import { bodyOf, type Api } from "@/api/client";
import type { components } from "@/api/schema.gen";

export type EffectivePermissions = components["schemas"]["EffectivePermissions"];
export type ActionPermission = components["schemas"]["ActionPermission"];

export interface Place {
  readonly bucket: string;
  /** Ends with "/", or is empty for the bucket's root. */
  readonly prefix: string;
}

/** As long as the server keeps its answer. */
export const keptFor = 5 * 60_000;

export function effectiveKey({ bucket, prefix }: Place): readonly string[] {
  return ["permissions", "effective", bucket, prefix];
}

export function effectiveQuery(api: Api, { bucket, prefix }: Place, refresh = false) {
  const query = { bucket, prefix, refresh };
  return queryOptions<EffectivePermissions>({
    queryKey: effectiveKey({ bucket, prefix }),
    queryFn: ({ signal }) =>
      bodyOf(api.GET("/api/permissions/effective", { params: { query }, signal })),
    staleTime: keptFor,
  });
}

/** Failures are in `error`; a 4xx is not asked again. */
export function useEffective(bucket: string, prefix: string) {
  const place = { bucket, prefix };
  const query = useQuery(effectiveQuery(useApi(), place));
  const refreshPlace = useRefreshEffective();
  return { ...query, refresh: () => refreshPlace(place) };
}

/** Has the server ask AWS anew instead of answering from what it remembers. */
export function useRefreshEffective(): (place: Place) => Promise<void> {
  const api = useApi();
  const queries = useQueryClient();
  return async (place) => {
    const options = { ...effectiveQuery(api, place, true), staleTime: 0 };
    await queries.query(options).catch(() => undefined); // the query itself has the error
  };
}

/** The answer about one action, such as "s3:DeleteObject"; undefined while there is none. */
export function permissionOf(
  effective: EffectivePermissions | undefined,
  action: string,
): ActionPermission | undefined {
  return effective?.actions.find((permission) => permission.action === action);
}
