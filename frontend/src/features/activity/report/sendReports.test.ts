/** What the answers of the API mean to a report. */
import { HttpResponse } from "msw";
import { expect, test } from "vitest";
import { createApi } from "@/api/client";
import { on, problem } from "@/testing/handlers";
import { server } from "@/testing/server";
import type { Report } from "./report";
import { sendReports } from "./sendReports";

const report: Report = {
  kind: "bucket.opened",
  id: "0123456789abcdef",
  bucket: "demo",
  secondsAgo: 2,
};
/** Made when it is called, for it keeps the `fetch` that it finds. */
const send = () => sendReports(createApi({ token: () => "s3l1.sealed" }), [report]);

test("a report carries the account's bearer and outlives the page", async () => {
  const seen: Request[] = [];
  server.use(
    on("post", "/api/activity", ({ request }) => {
      seen.push(request.clone());
      return HttpResponse.json({ notified: [true] });
    }),
  );
  expect(await send()).toEqual({ kind: "answered", announced: [true] });
  expect(seen[0]?.headers.get("authorization")).toBe("Bearer s3l1.sealed");
  expect(seen[0]?.keepalive).toBe(true);
  expect(await seen[0]?.json()).toEqual({ reports: [report] });
});

test.each([
  [400, "invalid_request", "refused"],
  [403, "bucket_not_allowed", "refused"],
  [401, "token_invalid", "unanswered"],
  [503, "server_unavailable", "unanswered"],
] as const)("after %d %s it is %s", async (status, code, kind) => {
  server.use(on("post", "/api/activity", () => problem(code, status)));
  expect(await send()).toEqual({ kind });
});

test("a network that fails throws nothing", async () => {
  server.use(on("post", "/api/activity", () => HttpResponse.error()));
  expect(await send()).toEqual({ kind: "unanswered" });
});
