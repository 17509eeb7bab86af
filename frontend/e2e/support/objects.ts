import { PutObjectCommand } from "@aws-sdk/client-s3";
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
