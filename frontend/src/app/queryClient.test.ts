import { onlineManager, QueryObserver } from "@tanstack/react-query";
import { afterEach, expect, test, vi } from "vitest";
import { ApiError } from "@/api/ApiError";
import { createQueryClient, shouldRetry } from "./queryClient";

afterEach(() => {
  onlineManager.setOnline(true);
});

test("what cannot succeed is not tried again", () => {
  expect(shouldRetry(0, new ApiError("access_denied", 403))).toBe(false);
  expect(shouldRetry(0, new ApiError("token_invalid", 401))).toBe(false);
});

test("what may pass is tried twice more", () => {
  const passing = new ApiError("aws_throttled", 503);
  expect([0, 1, 2].map((failures) => shouldRetry(failures, passing))).toEqual([true, true, false]);
  expect(shouldRetry(0, new ApiError("api_unreachable", 0))).toBe(true);
});

test("the network's return fetches what had failed, and nothing else", async () => {
  const queries = createQueryClient();
  queries.mount();
  const failing = vi.fn().mockRejectedValueOnce(new ApiError("access_denied", 403));
  const working = vi.fn().mockResolvedValue("there");
  const observe = (name: string, queryFn: () => Promise<string>) =>
    new QueryObserver(queries, { queryKey: [name], queryFn }).subscribe(() => undefined);
  observe("failing", failing.mockResolvedValue("there again"));
  observe("working", working);
  await vi.waitFor(() => {
    expect(queries.getQueryState(["failing"])?.status).toBe("error");
  });
  onlineManager.setOnline(false);
  onlineManager.setOnline(true);
  await vi.waitFor(() => {
    expect(queries.getQueryData(["failing"])).toBe("there again");
  });
  expect(working).toHaveBeenCalledOnce();
  queries.unmount();
});
