/** Answers of the API for tests, typed from its schema: a healthy server with two buckets. */
import { http, HttpResponse, type HttpHandler } from "msw";
import type { components, paths } from "@/api/schema.gen";
import { effective, policyReport } from "./permissions";

type Schemas = components["schemas"];
type Method = "delete" | "get" | "post" | "put";

export const identity: Schemas["Identity"] = {
  accountId: "123456789012",
  arn: "arn:aws:iam::123456789012:user/lee",
  kind: "user",
  name: "lee",
};

export const registered: Schemas["RegisteredAccount"] = {
  token: "s3l1.sealed",
  identity,
  maskedKeyId: "AKIA••••••••WXYZ",
};

export const config: Schemas["Config"] = {
  serverCredentials: "off",
  limits: {
    multipartThreshold: 100_000_000,
    partSize: 8_388_608,
    maxPutSize: 5_368_709_120,
    maxObjectSize: 53_687_091_200_000,
    maxFilesPerBatch: 1000,
    maxPartsPerBatch: 100,
    maxKeyBytes: 1024,
  },
  contentTypes: { allowed: ["*/*"] },
  buckets: { pinned: [], allowedRegions: [], defaultRegion: "ap-northeast-2" },
  objectChecksums: false,
  announces: false,
  statistics: { store: "off", timeZone: "Asia/Seoul" },
  signIn: { providers: ["google", "email"], emulator: null },
  firebase: null,
  version: "0.1.0",
};

export const buckets: Schemas["BucketPage"] = {
  buckets: [
    { name: "demo-photos", region: "ap-northeast-2", createdAt: "2026-01-05T09:00:00Z" },
    { name: "demo-reports", region: "us-east-1", createdAt: "2026-02-01T09:00:00Z" },
  ],
  nextCursor: null,
};

/** A failed call: what the API answers for this code. */
export function problem(
  code: Schemas["ErrorCode"],
  status: number,
  params: Schemas["Problem"]["params"] = {},
): HttpResponse<Schemas["Problem"]> {
  const body: Schemas["Problem"] = {
    type: `urn:s3loader:error:${code}`,
    title: code,
    status,
    code,
    detail: code,
    requestId: "11111111-2222-4333-8444-555555555555",
    params,
  };
  return HttpResponse.json(body, {
    status,
    headers: { "content-type": "application/problem+json" },
  });
}

/** A handler whose path is one of the API's. */
export function on(
  method: Method,
  path: keyof paths,
  answer: Parameters<typeof http.get>[1],
  options: Parameters<typeof http.get>[2] = {},
): HttpHandler {
  return http[method](`*${path}`, answer, options);
}

export const handlers: HttpHandler[] = [
  on("get", "/api/config", () => HttpResponse.json(config)),
  on("post", "/api/account", () => HttpResponse.json(registered)),
  on("get", "/api/buckets", () => HttpResponse.json(buckets)),
  on("get", "/api/permissions/policies", () => HttpResponse.json(policyReport)),
  on("get", "/api/permissions/effective", ({ request }) => {
    const { searchParams } = new URL(request.url);
    return HttpResponse.json(
      effective(searchParams.get("bucket") ?? "", searchParams.get("prefix") ?? ""),
    );
  }),
  on("get", "/api/objects", () =>
    HttpResponse.json<Schemas["ObjectPage"]>({
      prefixes: [],
      objects: [],
      nextCursor: null,
      prefixExists: true,
    }),
  ),
];
