/** A presigned address to look at an object through; asking for it costs requests, so only when it is wanted. */
import { useQuery } from "@tanstack/react-query";
import { useApi } from "@/api/ApiContext";
import { bodyOf } from "@/api/client";
import { asked, type ObjectPlace } from "../objectDetails";
import type { Preview } from "./preview";

export function usePreview(place: ObjectPlace, etag: string, isWanted: boolean) {
  const api = useApi();
  return useQuery<Preview>({
    // Another ETag is another object under the same key.
    queryKey: ["object-preview", asked(place), etag],
    queryFn: ({ signal }) =>
      bodyOf(api.POST("/api/objects/preview", { body: asked(place), signal })),
    enabled: isWanted,
    staleTime: Infinity,
    gcTime: 0, // the address soon expires
  });
}
