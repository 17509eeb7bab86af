/** One look at a bucket from this page: what its CORS rules say, and what real requests meet. */
import { type Api, bodyOf } from "../../api/client";
import type { components } from "../../api/schema.gen";
import { probe, type Probe, type Purpose, type Reach } from "./probe";

export type CorsDiagnosis = components["schemas"]["CorsDiagnosis"];

/** One of the names that the bucket has. */
export interface Address {
  readonly host: string;
  readonly reach: Reach;
}

export interface Examination {
  readonly rules: CorsDiagnosis;
  readonly addresses: readonly Address[];
  /** Of the addresses together: one that is open shows that the rules let this page through. */
  readonly reach: Reach;
}

/**
 * Asks the API about the rules and probes every address.
 * @throws ApiError where the API cannot tell
 */
export async function examine(
  api: Api,
  bucket: string,
  purpose: Purpose = "upload",
): Promise<Examination> {
  const query = { bucket, origin: location.origin };
  return withProbes(await bodyOf(api.GET("/api/buckets/cors", { params: { query } })), purpose);
}

/** The same for rules that are known already. */
export async function withProbes(
  rules: CorsDiagnosis,
  purpose: Purpose = "upload",
): Promise<Examination> {
  const addresses = await Promise.all(rules.probes.map((each) => addressOf(each, purpose)));
  const reaches = new Set(addresses.map(({ reach }) => reach));
  const order = ["open", "blocked"] as const;
  return { rules, addresses, reach: order.find((reach) => reaches.has(reach)) ?? "unreachable" };
}

async function addressOf(request: Probe, purpose: Purpose): Promise<Address> {
  return { host: new URL(request.url).host, reach: await probe(request, purpose) };
}
