import {
  DeleteBucketCorsCommand,
  GetBucketCorsCommand,
  PutBucketCorsCommand,
  type CORSRule,
} from "@aws-sdk/client-s3";
import { s3 } from "./aws";

/** A rule that somebody else needs. */
export const OTHERS: CORSRule = {
  ID: "website",
  AllowedOrigins: ["https://www.example.com"],
  AllowedMethods: ["GET"],
  AllowedHeaders: ["authorization"],
  MaxAgeSeconds: 60,
};

/** Gives the bucket exactly these rules. */
export async function setRules(bucket: string, ...rules: readonly CORSRule[]): Promise<void> {
  const CORSRules = [...rules];
  if (rules.length === 0) await s3().send(new DeleteBucketCorsCommand({ Bucket: bucket }));
  else
    await s3().send(new PutBucketCorsCommand({ Bucket: bucket, CORSConfiguration: { CORSRules } }));
}

export async function rulesOf(bucket: string): Promise<CORSRule[]> {
  const { CORSRules = [] } = await s3().send(new GetBucketCorsCommand({ Bucket: bucket }));
  return CORSRules;
}
