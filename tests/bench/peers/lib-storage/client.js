// @aws-sdk/lib-storage with its defaults: 4 parts of 5 MiB at once; files one beside the other, 6 as Uppy does.
import { S3Client } from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";

const AT_ONCE = 6;

export async function upload(files, { endpoint, bucket, prefix, credentials }) {
  const client = new S3Client({ endpoint, credentials, region: "us-east-1", forcePathStyle: true });
  const waiting = files.values();
  await Promise.all(Array.from({ length: AT_ONCE }, next));

  async function next() {
    for (const Body of waiting) {
      const params = { Bucket: bucket, Key: prefix + Body.name, Body, ContentType: Body.type };
      await new Upload({ client, params }).done();
    }
  }
}
