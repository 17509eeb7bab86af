/** Buckets with and without CORS rules for tests: what the API says of them, and how S3 answers probes. */
import { http, HttpResponse, type HttpHandler } from "msw";
import type { components } from "@/api/schema.gen";

type Schemas = components["schemas"];
type Rule = Schemas["CorsRule"];
type Diagnosis = Schemas["CorsDiagnosis"];

const PROBE_URL = "https://demo.s3.test/.s3loader-probe";

export const othersRule: Rule = {
  id: "website",
  allowedOrigins: ["https://www.example.com"],
  allowedMethods: ["GET"],
  allowedHeaders: [],
  exposeHeaders: [],
  maxAgeSeconds: null,
};

export const ourRule: Rule = {
  id: "s3loader-1",
  allowedOrigins: [location.origin],
  allowedMethods: ["GET", "HEAD", "PUT"],
  allowedHeaders: ["content-type", "if-none-match"],
  exposeHeaders: ["ETag"],
  maxAgeSeconds: 3000,
};

/** A bucket with one rule, for another origin. */
export function blockedBucket(more: Partial<Diagnosis> = {}): Diagnosis {
  return {
    bucket: "demo",
    origin: location.origin,
    region: "ap-northeast-2",
    verdict: "missing",
    problems: [{ code: "origin_missing", detail: "", missing: [location.origin] }],
    suggestedRule: ourRule,
    rules: [othersRule],
    repairedRules: [othersRule, ourRule],
    fingerprint: "f1",
    probes: [{ url: PROBE_URL, headers: { "content-type": "text/plain" } }],
    ...more,
  };
}

/** The same bucket with the rule for this page. */
export function openBucket(more: Partial<Diagnosis> = {}): Diagnosis {
  const rules = [othersRule, ourRule];
  const settled = { suggestedRule: null, repairedRules: null, fingerprint: "f2" };
  return blockedBucket({ verdict: "ok", problems: [], rules, ...settled, ...more });
}

/** A bucket whose rules this account may not read. */
export function hiddenBucket(): Diagnosis {
  const unknown = { rules: null, repairedRules: null, fingerprint: null };
  return blockedBucket({
    verdict: "unknown",
    problems: [{ code: "rules_unreadable", detail: "", missing: [] }],
    ...unknown,
  });
}

/** How S3 answers probes: to this page, to pages that may not see the answer, or not at all. */
export function probesMeet(reach: "open" | "blocked" | "unreachable"): HttpHandler[] {
  const answer = () => new HttpResponse(null, { status: 404 });
  const silence = () => HttpResponse.error();
  return [
    http.put(PROBE_URL, reach === "open" ? answer : silence),
    http.get(PROBE_URL, reach === "unreachable" ? silence : answer),
  ];
}
