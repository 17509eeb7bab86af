import { expect, test } from "vitest";
import { asPrefix, bucketPath } from "./routes";

test("an address holds any prefix", () => {
  expect(bucketPath("demo-reports")).toBe("/b/demo-reports");
  const path = bucketPath("demo-reports", "a b/사진+%2F?#&=/");
  expect(new URL(path, "http://x").searchParams.get("prefix")).toBe("a b/사진+%2F?#&=/");
});

test("a prefix ends with a slash or is empty", () => {
  expect(["", "a", "a/", "a/b"].map(asPrefix)).toEqual(["", "a/", "a/", "a/b/"]);
});
