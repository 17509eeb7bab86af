/** The browser's doctor against a mock API and a mock S3. */
import { http, HttpResponse } from "msw";
import { expect, it } from "vitest";
import { createApi } from "@/api/client";
import { blockedBucket, hiddenBucket, openBucket, probesMeet } from "@/testing/cors";
import { on, problem } from "@/testing/handlers";
import { server } from "@/testing/server";
import { browserDoctor } from "./doctor";

const diagnose = (purpose: "upload" | "download" = "upload") =>
  browserDoctor(createApi({ token: () => "s3l1.sealed" }), purpose).diagnose("demo");

function bucketIs(diagnosis: ReturnType<typeof blockedBucket>): void {
  server.use(on("get", "/api/buckets/cors", () => HttpResponse.json(diagnosis)));
}

it("names what the rules lack when S3 answers, but not to this page", async () => {
  bucketIs(blockedBucket());
  server.use(...probesMeet("blocked"));
  expect(await diagnose()).toEqual({
    kind: "blocked",
    problems: ["origin_missing"],
  });
});

it("asks about the bucket for the address that this page was opened at", async () => {
  let asked = "";
  server.use(
    on("get", "/api/buckets/cors", ({ request }) => {
      asked = new URL(request.url).search;
      return HttpResponse.json(openBucket());
    }),
    ...probesMeet("open"),
  );
  await diagnose();
  expect(asked).toBe(`?bucket=demo&origin=${encodeURIComponent(location.origin)}`);
});

it("sends the probe with the headers of an upload", async () => {
  bucketIs(openBucket());
  let type: string | null = null;
  server.use(
    http.put("https://demo.s3.test/*", ({ request }) => {
      type = request.headers.get("content-type");
      return new HttpResponse(null, { status: 404 });
    }),
  );
  await diagnose();
  expect(type).toBe("text/plain");
});

it("sends the probe with the headers of a part of a download", async () => {
  bucketIs(blockedBucket());
  let range: string | null = null;
  server.use(
    http.get("https://demo.s3.test/*", ({ request }) => {
      range = request.headers.get("range");
      const passes = range === null; // as where the rules let only uploads through
      return passes ? new HttpResponse(null, { status: 404 }) : HttpResponse.error();
    }),
  );
  expect(await diagnose("download")).toEqual({ kind: "blocked", problems: ["origin_missing"] });
  expect(range).toBe("bytes=0-0");
});

it("takes any answer, an error too, for an open bucket, whatever the rules say", async () => {
  bucketIs(blockedBucket());
  server.use(...probesMeet("open"));
  expect(await diagnose()).toEqual({ kind: "ok" });
});

it("tells an address that gives no answer at all from a bucket that refuses the page", async () => {
  bucketIs(blockedBucket());
  server.use(...probesMeet("unreachable"));
  expect(await diagnose()).toEqual({ kind: "unreachable" });
});

it("blames no rules that let the page through", async () => {
  bucketIs(openBucket());
  server.use(...probesMeet("blocked"));
  expect(await diagnose()).toEqual({ kind: "unknown" });
});

it("goes by the probe alone where the rules cannot be read", async () => {
  bucketIs(hiddenBucket());
  server.use(...probesMeet("blocked"));
  expect(await diagnose()).toEqual({
    kind: "blocked",
    problems: ["rules_unreadable"],
  });
});

it("is not fooled by a line that comes back while it looks", async () => {
  bucketIs(blockedBucket());
  let count = 0;
  server.use(
    ...probesMeet("blocked").slice(1),
    http.put("https://demo.s3.test/*", () => {
      count += 1;
      return count === 1 ? HttpResponse.error() : new HttpResponse(null, { status: 404 });
    }),
  );
  expect(await diagnose()).toEqual({ kind: "ok" });
});

it("has no opinion when the API gives none", async () => {
  server.use(on("get", "/api/buckets/cors", () => problem("aws_unreachable", 504)));
  expect(await diagnose()).toEqual({ kind: "unknown" });
});
