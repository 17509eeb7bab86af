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
const staleTime = 5 * 60_000;

export function effectiveKey({ bucket, prefix }: Place): readonly string[] {
  return ["permissions", "effective", bucket, prefix];
}

/** `refresh` has the server ask AWS anew instead of answering from its cache. */
export function effectiveQuery(api: Api, place: Place, { refresh = false } = {}) {
  return queryOptions<EffectivePermissions>({
    queryKey: effectiveKey(place),
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET("/api/permissions/effective", { params: { query: { ...place, refresh } }, signal }),
      ),
    staleTime,
  });
}

/** Failures are in `error`; a 4xx is not asked again. */
export function useEffective(bucket: string, prefix: string) {
  const api = useApi();
  const queries = useQueryClient();
  const place = { bucket, prefix };
  const query = useQuery(effectiveQuery(api, place));
  const refresh = async () => {
    const options = { ...effectiveQuery(api, place, { refresh: true }), staleTime: 0 };
    await queries.query(options).catch(() => undefined); // the query itself has the error
  };
  return { ...query, refresh };
}

/** The answer about one action, such as "s3:DeleteObject"; undefined while there is none. */
export function permissionOf(
  effective: EffectivePermissions | undefined,
  action: string,
): ActionPermission | undefined {
  return effective?.actions.find((permission) => permission.action === action);
}
