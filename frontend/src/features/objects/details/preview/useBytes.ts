/** The bytes that a preview shows; forgotten with it. */
import { useQuery } from "@tanstack/react-query";
import type { Preview } from "./preview";
import { readBytes } from "./readBytes";

export interface ShownObject {
  readonly preview: Preview;
  /** The Content-Encoding that the object was stored with. */
  readonly encoding: string | null;
}

export function useBytes({ preview, encoding }: ShownObject, limit: number) {
  const { url, size } = preview;
  return useQuery({
    queryKey: ["preview-bytes", url],
    queryFn: ({ signal }) => readBytes(url, { limit, size, encoding, signal }),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    structuralSharing: false,
  });
}
