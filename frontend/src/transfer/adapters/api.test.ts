/** The calls that transfers make, against a mock of the API typed from its schema. */
import { http, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";
import { createApi } from "@/api/client";
import type { components } from "@/api/schema.gen";
import { problem } from "@/testing/handlers";
import { server } from "@/testing/server";
import { httpApi } from "./api";

type Schemas = components["schemas"];

const NOW = 5_000_000;
const clock = { now: () => NOW, after: () => () => undefined };
const connect = () => httpApi(createApi({ token: () => "s3l1.token" }), clock);
const file = { name: "a", size: 1, contentType: "text/plain" };
const request = { bucket: "b", prefix: "p/", onConflict: "refuse", files: [file] } as const;

function answering(path: string, body: unknown, headers: Record<string, string> = {}) {
  const seen: unknown[] = [];
  server.use(
    http.post(`*${path}`, async ({ request: asked }) => {
      seen.push(await asked.json());
      return HttpResponse.json(body as never, { headers });
    }),
  );
  return seen;
}

describe("planning", () => {
  it("gives a plan per file, and says on this machine's clock when a URL expires", async () => {
    const plans: Schemas["UploadPlans"]["plans"] = [
      {
        kind: "put",
        name: "a",
        key: "p/a",
        url: "https://s3.test/a",
        headers: { "if-none-match": "*" },
        expiresAt: "2026-01-01T00:15:00Z",
        nonce: "n",
      },
      { kind: "refused", name: "b", code: "conflict", detail: "taken", params: { key: "p/b" } },
    ];
    // This machine's clock is decades behind the server's.
    const headers = { date: "Thu, 01 Jan 2026 00:00:00 GMT", "x-request-id": "r1" };
    const seen = answering("/api/uploads", { plans }, headers);
    expect(await connect().plan(request)).toEqual({
      kind: "ok",
      value: [
        {
          kind: "put",
          key: "p/a",
          nonce: "n",
          request: {
            url: "https://s3.test/a",
            headers: { "if-none-match": "*" },
            expiresAt: NOW + 900_000,
          },
        },
        { kind: "refused", failure: { code: "conflict", params: { key: "p/b" }, requestId: "r1" } },
      ],
    });
    expect(seen).toEqual([request]);
  });

  it.each([
    [403, "access_denied", false],
    [429, "aws_throttled", true],
    [503, "aws_unreachable", true],
  ] as const)("that fails with %i %s may be tried again: %s", async (status, code, retry) => {
    server.use(http.post("*/api/uploads", () => problem(code, status, { action: "x" })));
    expect(await connect().plan(request)).toMatchObject({
      kind: "failed",
      failure: { code, params: { action: "x" } },
      retry,
    });
  });

  it("over a broken line is unreachable and may be tried again", async () => {
    server.use(http.post("*/api/uploads", () => HttpResponse.error()));
    expect(await connect().plan(request)).toMatchObject({
      failure: { code: "api_unreachable" },
      retry: true,
    });
  });
});

it("signing gives a URL per part", async () => {
  const parts = [{ partNumber: 3, url: "https://s3.test/3", headers: {} }];
  answering(
    "/api/uploads/parts",
    { parts, expiresAt: "2026-01-01T00:15:00Z" },
    {
      date: "Thu, 01 Jan 2026 00:05:00 GMT",
    },
  );
  const signed = { bucket: "b", key: "k", uploadId: "u", size: 9, partNumbers: [3] };
  expect(await connect().sign(signed)).toEqual({
    kind: "ok",
    value: new Map([[3, { url: "https://s3.test/3", headers: {}, expiresAt: NOW + 600_000 }]]),
  });
});

it("completing gives a confirmation per upload", async () => {
  const results: Schemas["UploadResults"]["results"] = [
    {
      kind: "completed",
      key: "p/a",
      size: 1,
      etag: "e",
      versionId: null,
      checksum: null,
      verified: "CRC64NVME",
      notified: false,
    },
    { kind: "failed", key: "p/b", code: "upload_incomplete", detail: "", params: { missing: 2 } },
  ];
  const seen = answering("/api/uploads/complete", { results });
  const upload = {
    key: "p/a",
    uploadId: null,
    size: 1,
    nonce: "n",
    etag: '"e"',
    onConflict: "refuse",
    crc64nvme: null,
    verify: false,
    parts: [],
  } as const;
  expect(await connect().complete("b", [upload])).toEqual({
    kind: "ok",
    value: [
      { kind: "completed", key: "p/a", notified: false, etag: "e", verified: "CRC64NVME" },
      {
        kind: "failed",
        failure: { code: "upload_incomplete", params: { missing: 2 }, requestId: null },
      },
    ],
  });
  expect(seen).toEqual([{ bucket: "b", uploads: [upload] }]);
});

it("aborting succeeds on an answer without a body", async () => {
  server.use(http.post("*/api/uploads/abort", () => new HttpResponse(null, { status: 204 })));
  expect(await connect().abort("b", "k", "u")).toEqual({ kind: "ok", value: null });
});
