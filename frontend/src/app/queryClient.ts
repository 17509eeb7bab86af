/** How server state is fetched: what cannot succeed is not tried again. */
import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "@/api/ApiError";

const retries = 2;

/** A 4xx stays a 4xx, however often it is asked; AWS's 5xx and a lost connection may pass. */
export function shouldRetry(failures: number, error: Error): boolean {
  const mayPass = !(error instanceof ApiError) || error.status === 0 || error.status >= 500;
  return mayPass && failures < retries;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: shouldRetry,
        staleTime: 30_000,
        // A long listing is many pages: fetch them again when asked, not whenever a tab is looked at.
        refetchOnWindowFocus: false,
        networkMode: "always",
        // What failed may have failed for want of the network that is back now.
        refetchOnReconnect: ({ state }) => (state.status === "error" ? "always" : false),
      },
      mutations: { networkMode: "always" },
    },
  });
}
