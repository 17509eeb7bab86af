/** The AWS account of the server itself, where the server lends it (`serverCredentials: "open"`). */
import { useQuery } from "@tanstack/react-query";
import { useApi } from "@/api/ApiContext";
import { bodyOf } from "@/api/client";

export function useServerAccount({ isUsed }: { readonly isUsed: boolean }) {
  const api = useApi();
  return useQuery({
    queryKey: ["account"],
    queryFn: ({ signal }) => bodyOf(api.GET("/api/account", { signal })),
    enabled: isUsed,
    staleTime: Infinity,
  });
}
