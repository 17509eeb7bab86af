/** Real requests of fetch and XMLHttpRequest against a mock S3. */
import { http, HttpResponse } from "msw";
import { Blob } from "node:buffer";
import { describe, expect, it } from "vitest";
import { server } from "@/testing/server";
import { browserS3 } from "./s3";

const URL_OF_PUT = "https://bucket.s3.test/inbox/a?X-Amz-Signature=x";

function put(size: number, signal = new AbortController().signal) {
  const request = { url: URL_OF_PUT, headers: { "if-none-match": "*" }, expiresAt: 0 };
  // jsdom's Blob is unknown to the mock server.
  const body = new Blob([new Uint8Array(size)]) as globalThis.Blob;
  return browserS3.put({ request, body, signal, onProgress: () => undefined });
}

describe.each([
  ["a small body", 10],
  ["a large body", 300_000],
])("%s", (_name, size) => {
  it("arrives whole, with the signed headers, and gives its ETag", async () => {
    let received = 0;
    server.use(
      http.put("https://bucket.s3.test/inbox/a", async ({ request }) => {
        received = (await request.arrayBuffer()).byteLength;
        expect(request.headers.get("if-none-match")).toBe("*");
        return new HttpResponse(null, { status: 200, headers: { etag: '"e1"' } });
      }),
    );
    expect(await put(size)).toEqual({ kind: "answered", status: 200, etag: '"e1"', body: "" });
    expect(received).toBe(size);
  });

  it("that S3 refuses gives status and document", async () => {
    server.use(
      http.put("https://bucket.s3.test/inbox/a", () =>
        HttpResponse.text("<Error><Code>SlowDown</Code></Error>", { status: 503 }),
      ),
    );
    expect(await put(size)).toMatchObject({
      status: 503,
      body: "<Error><Code>SlowDown</Code></Error>",
    });
  });

  it("on a broken line gives no answer", async () => {
    server.use(http.put("https://bucket.s3.test/inbox/a", () => HttpResponse.error()));
    expect(await put(size)).toEqual({ kind: "broken" });
  });

  it("that is stopped gives no answer", async () => {
    const control = new AbortController();
    server.use(
      http.put("https://bucket.s3.test/inbox/a", () => {
        control.abort();
        return new Promise<never>(() => undefined);
      }),
    );
    expect(await put(size, control.signal)).toEqual({ kind: "broken" });
  });
});
