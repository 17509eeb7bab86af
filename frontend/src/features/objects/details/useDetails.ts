/** The details of one object, kept while they are fetched again. */
import { useQuery } from "@tanstack/react-query";
import { useApi } from "@/api/ApiContext";
import { bodyOf } from "@/api/client";
import { asked, type ObjectPlace } from "./objectDetails";

export function useDetails(place: ObjectPlace) {
  const api = useApi();
  return useQuery({
    queryKey: ["object-details", asked(place)],
    queryFn: ({ signal }) =>
      bodyOf(api.GET("/api/objects/details", { params: { query: asked(place) }, signal })),
  });
}
