/** CORS rules in the words of S3's own tools. */
import type { CorsDiagnosis } from "@/transfer/adapters/examination";
import type { CorsRule } from "./ruleChanges";

/** A rule as the S3 console and the AWS CLI name its parts; empty elements are left out. */
function elements(rule: CorsRule): Record<string, unknown> {
  const all = {
    ID: rule.id,
    AllowedOrigins: rule.allowedOrigins,
    AllowedMethods: rule.allowedMethods,
    AllowedHeaders: rule.allowedHeaders,
    ExposeHeaders: rule.exposeHeaders,
    MaxAgeSeconds: rule.maxAgeSeconds,
  };
  const isGiven = (value: unknown) => (Array.isArray(value) ? value.length > 0 : value !== null);
  return Object.fromEntries(Object.entries(all).filter(([, value]) => isGiven(value)));
}

/** The S3 console's CORS editor takes an array, even of one rule. */
export function ruleJson(rule: CorsRule): string {
  return JSON.stringify([elements(rule)], null, 2);
}

/** The command that leaves the bucket with exactly these rules; put-bucket-cors replaces them all. */
export function putCommand(
  { bucket, region }: Pick<CorsDiagnosis, "bucket" | "region">,
  rules: readonly CorsRule[],
): string {
  const json = JSON.stringify({ CORSRules: rules.map(elements) });
  return `aws s3api put-bucket-cors --bucket ${bucket} --region ${region} --cors-configuration ${quoted(json)}`;
}

/** As one word of a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
