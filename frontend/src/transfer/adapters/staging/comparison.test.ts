/** What S3 says of an object, against bytes. */
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import type { RemoteObject } from "../../downloads/ports";
import { comparisonWith } from "./comparison";

const bytes = new TextEncoder().encode("123456789");

function object(given: Partial<RemoteObject>): RemoteObject {
  return { size: bytes.length, etag: "none", checksum: null, md5PartSize: null, ...given };
}

/** In pieces of three bytes. */
async function compared(given: Partial<RemoteObject>, content = bytes) {
  const comparison = await comparisonWith(object(given));
  for (let at = 0; at < content.length; at += 3) comparison?.update(content.subarray(at, at + 3));
  return comparison?.end();
}

function base64(hex: string): string {
  return Buffer.from(hex, "hex").toString("base64");
}

function md5(...parts: (string | Buffer)[]): string {
  return createHash("md5")
    .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
    .digest("hex");
}

it.each([
  // The check values of the catalogue of CRC algorithms.
  ["CRC64NVME", "ae8b14860a799888"],
  ["CRC32", "cbf43926"],
  ["CRC32C", "e3069283"],
  ["SHA256", createHash("sha256").update(bytes).digest("hex")],
  ["SHA1", createHash("sha1").update(bytes).digest("hex")],
])("%s of the whole object is compared first", async (algorithm, hex) => {
  const checksum = { algorithm, value: base64(hex) };
  expect(await compared({ checksum, etag: "another", md5PartSize: 9 })).toEqual({
    kind: "matched",
    algorithm,
  });
  const other = { checksum: { algorithm, value: base64(`00${hex.slice(2)}`) } };
  expect(await compared(other)).toEqual({ kind: "mismatched", algorithm });
});

it("the ETag of a single PUT is an MD5", async () => {
  const plain = { etag: md5("123456789"), md5PartSize: 9 };
  expect(await compared(plain)).toEqual({ kind: "matched", algorithm: "MD5" });
  expect(await compared(plain, bytes.subarray(1))).toEqual({
    kind: "mismatched",
    algorithm: "MD5",
  });
});

it("the ETag of a multipart upload is an MD5 of MD5s, wherever the pieces end", async () => {
  const parts = ["1234", "5678", "9"].map((part) => Buffer.from(md5(part), "hex"));
  const etag = `${md5(...parts)}-3`;
  expect(await compared({ etag, md5PartSize: 4 })).toEqual({ kind: "matched", algorithm: "MD5" });
  expect(await compared({ etag, md5PartSize: 5 })).toMatchObject({ kind: "mismatched" });
});

it("a multipart upload in one part has an ETag of its own kind", async () => {
  const etag = `${md5(Buffer.from(md5("123456789"), "hex"))}-1`;
  expect(await compared({ etag, md5PartSize: 9 })).toEqual({ kind: "matched", algorithm: "MD5" });
});

it("a checksum that nobody here knows leaves the ETag, and without both there is none", async () => {
  const checksum = { algorithm: "XXHASH128", value: "AAAA" };
  const known = { checksum, etag: md5("123456789"), md5PartSize: 9 };
  expect(await compared(known)).toEqual({ kind: "matched", algorithm: "MD5" });
  expect(await comparisonWith(object({ checksum }))).toBeNull();
});

it("comparisons at the same time do not meet", async () => {
  const checksum = { algorithm: "CRC64NVME", value: base64("ae8b14860a799888") };
  const both = await Promise.all([
    comparisonWith(object({ checksum })),
    comparisonWith(object({ checksum })),
  ]);
  for (let at = 0; at < bytes.length; at += 3) {
    for (const comparison of both) comparison?.update(bytes.subarray(at, at + 3));
  }
  expect(both.map((comparison) => comparison?.end().kind)).toEqual(["matched", "matched"]);
});
