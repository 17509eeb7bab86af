/** The calls that downloads make, against a mock of the API typed from its schema. */
import { http, HttpResponse } from "msw";
import { expect, it } from "vitest";
import { createApi } from "@/api/client";
import type { components } from "@/api/schema.gen";
import { server } from "@/testing/server";
import { httpDownloadsApi } from "./downloadsApi";

type Schemas = components["schemas"];

const NOW = 5_000_000;
const clock = { now: () => NOW, after: () => () => undefined };
const connect = () => httpDownloadsApi(createApi({ token: () => "s3l1.token" }), clock);

const ready = {
  kind: "ready",
  key: "p/a",
  url: "https://s3.test/a",
  expiresAt: "2026-01-01T00:15:00Z",
  size: 9,
  etag: "e",
  lastModified: "2025-01-01T00:00:00Z",
  checksum: { algorithm: "CRC64NVME", value: "rosUhgqHmIg=" },
  md5PartSize: null,
} as const;

it("planning gives an object and a URL per key, and the reason where one is refused", async () => {
  const downloads: Schemas["DownloadPlans"]["downloads"] = [
    ready,
    { kind: "refused", key: "p/b", code: "object_archived", detail: "", params: { key: "p/b" } },
  ];
  const seen: unknown[] = [];
  server.use(
    http.post("*/api/downloads", async ({ request }) => {
      seen.push(await request.json());
      // This machine's clock is decades behind the server's.
      const headers = { date: "Thu, 01 Jan 2026 00:00:00 GMT", "x-request-id": "r1" };
      return HttpResponse.json({ downloads }, { headers });
    }),
  );
  expect(await connect().plan("b", ["p/a", "p/b"], true)).toEqual({
    kind: "ok",
    value: [
      {
        kind: "ready",
        object: { size: 9, etag: "e", checksum: ready.checksum, md5PartSize: null },
        request: { url: "https://s3.test/a", headers: {}, expiresAt: NOW + 15 * 60_000 },
      },
      {
        kind: "refused",
        failure: { code: "object_archived", params: { key: "p/b" }, requestId: "r1" },
      },
    ],
  });
  expect(seen).toEqual([{ bucket: "b", keys: ["p/a", "p/b"], requesterPays: true }]);
});

it("listing asks for the whole tree, page by page", async () => {
  const seen: string[] = [];
  server.use(
    http.get("*/api/objects", ({ request }) => {
      const { searchParams } = new URL(request.url);
      seen.push(searchParams.toString());
      const object = { key: "p/a", size: 9, lastModified: "2025-01-01T00:00:00Z", etag: "e" };
      const objects = [{ ...object, storageClass: "STANDARD" }];
      const nextCursor = searchParams.has("cursor") ? null : "c1";
      const page: Schemas["ObjectPage"] = { prefixes: [], objects, nextCursor, prefixExists: true };
      return HttpResponse.json(page);
    }),
  );
  const objects = [{ key: "p/a", size: 9 }];
  const api = connect();
  expect(await api.list("b", "p/", null, false)).toEqual({
    kind: "ok",
    value: { objects, nextCursor: "c1" },
  });
  expect(await api.list("b", "p/", "c1", true)).toEqual({
    kind: "ok",
    value: { objects, nextCursor: null },
  });
  expect(seen).toEqual([
    "bucket=b&prefix=p%2F&recursive=true&requesterPays=false",
    "bucket=b&prefix=p%2F&recursive=true&requesterPays=true&cursor=c1",
  ]);
});
