/** Failures after which what S3 has of an upload is worth keeping: trying again can go on from it. */
import type { Failure } from "./failure";
import type { BegunPlan } from "./plan";

/** Rights, clocks and CORS rules are mended by people, and the parts wait for that. */
const MENDABLE = new Set<Failure["code"]>([
  "access_denied",
  "clock_skewed",
  "cors_blocked",
  "s3_access_denied",
  "signature_expired",
]);

export function keepsParts(plan: BegunPlan, { code }: Failure): boolean {
  if (plan.kind === "put" || code === "upload_not_found") return false;
  // What another program has begun is not ours to give up.
  return plan.nonce === null || MENDABLE.has(code);
}
