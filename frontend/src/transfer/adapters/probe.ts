/** Tells by real requests whether this page may talk to a bucket, and if not, whether it is CORS. */
import type { components } from "../../api/schema.gen";

export type Probe = components["schemas"]["CorsProbe"];

/** `open`: answers reach the page; `blocked`: the address answers, but not to this page. */
export type Reach = "open" | "blocked" | "unreachable";

const PATIENCE_MS = 10_000;

/** What the page has to be let through for. */
export type Purpose = "upload" | "download";

/** As for any part of an object; that the object is not there is an answer too. */
const download: RequestInit = { headers: { range: "bytes=0-0", "if-match": '"s3loader"' } };

/** Sends what changes nothing in the bucket. It does not reject. */
export async function probe({ url, headers }: Probe, purpose: Purpose): Promise<Reach> {
  const request = purpose === "upload" ? { method: "PUT", headers } : download;
  if (await answers(url, request)) return "open";
  // Without CORS the browser hides the answer, but not that there was one.
  if (!(await answers(url, { mode: "no-cors" }))) return "unreachable";
  // The line may have been down for the first request only.
  return (await answers(url, request)) ? "open" : "blocked";
}

async function answers(url: string, request: RequestInit): Promise<boolean> {
  try {
    await fetch(url, {
      ...request,
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return true;
  } catch {
    return false;
  }
}
