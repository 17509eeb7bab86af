import { expect, test } from "vitest";
import { asPrefix, bucketPath, corsPath } from "./routes";

test("an address holds any prefix", () => {
  expect(bucketPath("demo-reports")).toBe("/b/demo-reports");
  const path = bucketPath("demo-reports", "a b/사진+%2F?#&=/");
  expect(new URL(path, "http://x").searchParams.get("prefix")).toBe("a b/사진+%2F?#&=/");
});

test("the CORS doctor of a bucket knows the prefix that it leads back to", () => {
  expect(corsPath("demo-reports")).toBe("/b/demo-reports/cors");
  expect(corsPath("demo-reports", "a b/")).toBe("/b/demo-reports/cors?prefix=a%20b%2F");
});

test("a prefix ends with a slash or is empty", () => {
  expect(["", "a", "a/", "a/b"].map(asPrefix)).toEqual(["", "a/", "a/", "a/b/"]);
});
