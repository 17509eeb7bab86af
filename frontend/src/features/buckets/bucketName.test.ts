import { expect, test } from "vitest";
import { bucketNameFault } from "./bucketName";

test.each([
  "demo-reports",
  "abc",
  "logs.example.com",
  "a".repeat(255),
  "123",
  "Demo_2011",
  "x-s3alias",
])("%s can be a bucket name", (name) => {
  expect(bucketNameFault(name)).toBeNull();
});

test.each(["", "ab", "a".repeat(256), "a..b", "192.168.0.1", "a/b", "a b", "b--x-s3"])(
  "%j cannot be a bucket name",
  (name) => {
    expect(bucketNameFault(name)).toBe("bucket_name_invalid");
  },
);

test("an ARN is told apart, because its last part is the name", () => {
  expect(bucketNameFault("arn:aws:s3:::demo-reports")).toBe("bucket_name_is_arn");
});
