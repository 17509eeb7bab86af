/** The details of one object, kept while they are fetched again. */
import { useQuery } from "@tanstack/react-query";
import { useApi } from "@/api/ApiContext";
import { bodyOf } from "@/api/client";
import { detailsKey } from "./detailsKey";
import { asked, type ObjectPlace } from "./objectDetails";

export function useDetails(place: ObjectPlace) {
  const api = useApi();
  return useQuery({
    queryKey: [...detailsKey(place.bucket, place.key), place.versionId, place.requesterPays],
    queryFn: ({ signal }) =>
      bodyOf(api.GET("/api/objects/details", { params: { query: asked(place) }, signal })),
  });
}
