import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { createHash } from "node:crypto";
import { s3 } from "./aws";

/** Puts an object with the headers that somebody gave it, whether they fit it or not. */
export async function putAs(
  Bucket: string,
  Key: string,
  Body: string | Uint8Array,
  ContentType: string,
): Promise<void> {
  await s3().send(new PutObjectCommand({ Bucket, Key, Body, ContentType }));
}

/** SHA-256 of what an object holds, without holding it in memory. */
export async function objectDigest(Bucket: string, Key: string): Promise<string> {
  const { Body } = await s3().send(new GetObjectCommand({ Bucket, Key }));
  const hash = createHash("sha256");
  for await (const chunk of Body as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest("hex");
}
