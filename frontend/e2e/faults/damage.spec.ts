import { content, PART, sha256 } from "./support/content";
import { expect, row } from "./support/matrix";

const big = content("big.bin", 6 * PART);
const small = content("small.txt", 20_000);
const part = (number: number) => ({ operation: "UploadPart", part: number }) as const;
const flip = { kind: "flip" } as const;
/** What S3 says of an upload into a bucket that encrypts with KMS: ETags are no MD5. */
const kms = {
  on: { operation: "CreateMultipartUpload" },
  fault: { kind: "header", name: "x-amz-server-side-encryption", value: "aws:kms" },
} as const;
const damaged = /다릅니다|달라요|손상/;

row(
  "One bit of a part is flipped on the way",
  {
    sees: "the upload is done and verified (MD5)",
    asserts: "the object is the file: the part's ETag gave it away, and it was sent again",
  },
  async ({ s3, person, place }) => {
    await s3.follow({ on: part(3), fault: flip, times: 1 });
    await person.uploads(big);
    await person.sees(1, "done");
    await person.seesIn(big.name, "검증됨 MD5");
    expect(await place.sha256(big.name)).toBe(sha256(big));
    expect(await s3.seen(part(3))).toHaveLength(2);
  },
);

row(
  "One bit of a part is flipped every time",
  {
    sees: "the upload has failed: what arrived is not the file",
    asserts: "sent four times, then given up; nothing is stored, no part is left",
  },
  async ({ s3, person, place }) => {
    await s3.follow({ on: part(3), fault: flip });
    await person.uploads(big);
    await person.sees(1, "failed");
    await person.seesIn(big.name, damaged);
    expect(await s3.seen(part(3))).toHaveLength(4);
    await expect.poll(() => place.keptParts()).toEqual({});
    expect(await place.names()).toEqual([]);
  },
);

row(
  "S3 answers the wrong ETag to a part",
  { sees: "the upload is done and verified (MD5)", asserts: "the part is sent again" },
  async ({ s3, person, place }) => {
    const fault = {
      kind: "header",
      name: "etag",
      value: '"0123456789abcdef0123456789abcdef"',
    } as const;
    await s3.follow({ on: part(2), fault, times: 1 });
    await person.uploads(big);
    await person.sees(1, "done");
    await person.seesIn(big.name, "검증됨 MD5");
    expect(await place.sha256(big.name)).toBe(sha256(big));
    expect(await s3.seen(part(2))).toHaveLength(2);
  },
);

row(
  "One bit of a small file is flipped on the way",
  {
    sees: "the upload has failed: what arrived is not the file",
    asserts: "the row says that what arrived is not the file, and not done",
  },
  async ({ s3, person }) => {
    await s3.follow({ on: { operation: "PutObject" }, fault: flip });
    await person.uploads(small);
    await person.sees(1, "failed");
    await person.seesIn(small.name, damaged);
  },
);

row(
  "S3 keeps a CRC64NVME of each object, as AWS does",
  {
    sees: "the upload is done and verified (CRC64NVME)",
    asserts: "the checksum of all parts together is S3's of the whole object",
  },
  async ({ s3, person, place }) => {
    await s3.perform({ rules: [], checksums: true });
    await person.uploads(big);
    await person.sees(1, "done");
    await person.seesIn(big.name, "검증됨 CRC64NVME");
    expect(await place.sha256(big.name)).toBe(sha256(big));
  },
);

row(
  "One bit of a part is flipped, and S3's ETags tell nothing (encrypted with KMS)",
  {
    sees: "the upload has failed: what S3 has is not the file",
    asserts: "S3's CRC64NVME of the object gave it away; the row says so, and not done",
  },
  async ({ s3, person }) => {
    await s3.perform({ rules: [kms, { on: part(3), fault: flip }], checksums: true });
    await person.uploads(big);
    await person.sees(1, "failed");
    await person.seesIn(big.name, damaged);
  },
);

row(
  "S3 encrypts with KMS and keeps no checksum",
  {
    sees: "the upload is done, and that it is not verified",
    asserts: "the object is the file",
  },
  async ({ s3, person, place }) => {
    await s3.follow(kms);
    await person.uploads(big);
    await person.sees(1, "done");
    await person.seesIn(big.name, "검증 안 됨");
    expect(await place.sha256(big.name)).toBe(sha256(big));
  },
);
