import { expect, test } from "vitest";
import { ApiError } from "@/api/ApiError";
import { shouldRetry } from "./queryClient";

test("what cannot succeed is not tried again", () => {
  expect(shouldRetry(0, new ApiError("access_denied", 403))).toBe(false);
  expect(shouldRetry(0, new ApiError("token_invalid", 401))).toBe(false);
});

test("what may pass is tried twice more", () => {
  const passing = new ApiError("aws_throttled", 503);
  expect([0, 1, 2].map((failures) => shouldRetry(failures, passing))).toEqual([true, true, false]);
  expect(shouldRetry(0, new ApiError("api_unreachable", 0))).toBe(true);
});
