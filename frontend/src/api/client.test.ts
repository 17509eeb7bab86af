import { HttpResponse } from "msw";
import { beforeEach, expect, test, vi } from "vitest";
import { buckets, on, problem } from "@/testing/handlers";
import { server } from "@/testing/server";
import { ApiError } from "./ApiError";
import { bodyOf, createApi } from "./client";

const onError = vi.fn();
let token: string | null;

beforeEach(() => {
  onError.mockClear();
  token = "s3l1.one";
});

const api = () => createApi({ token: () => token, onError });
const list = (signal: AbortSignal | null = null) => bodyOf(api().GET("/api/buckets", { signal }));

test("every call carries the token of that moment", async () => {
  const seen: (string | null)[] = [];
  server.use(
    on("get", "/api/buckets", ({ request }) => {
      seen.push(request.headers.get("authorization"));
      return HttpResponse.json(buckets);
    }),
  );
  await expect(list()).resolves.toEqual(buckets);
  token = null;
  await list();
  expect(seen).toEqual(["Bearer s3l1.one", null]);
});

test("a problem becomes an error with code, params and request id, told with its token", async () => {
  const params = { action: "s3:ListAllMyBuckets", resource: "*" };
  server.use(on("get", "/api/buckets", () => problem("access_denied", 403, params)));
  const error: unknown = await list().catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ code: "access_denied", status: 403, params });
  expect(error).toHaveProperty("requestId", "11111111-2222-4333-8444-555555555555");
  expect(onError).toHaveBeenCalledExactlyOnceWith(error, "s3l1.one");
});

test("no answer at all is its own error", async () => {
  server.use(on("get", "/api/buckets", () => HttpResponse.error()));
  await expect(list()).rejects.toMatchObject({ code: "api_unreachable", status: 0 });
});

test.each([
  [503, "api_unreachable"],
  [403, "internal"],
] as const)("a page of a gateway in between (%i) is %s", async (status, code) => {
  server.use(on("get", "/api/buckets", () => HttpResponse.html("<h1>oops</h1>", { status })));
  await expect(list()).rejects.toMatchObject({ code, status, requestId: null });
});

test("a call that was given up is no failure of the API", async () => {
  await expect(list(AbortSignal.abort())).rejects.toHaveProperty("name", "AbortError");
  expect(onError).not.toHaveBeenCalled();
});
