import { expect, test } from "vitest";
import { bucketPath } from "./routes";

test("an address holds any prefix", () => {
  expect(bucketPath("demo-reports")).toBe("/b/demo-reports");
  const path = bucketPath("demo-reports", "a b/사진+%2F?#&=/");
  expect(new URL(path, "http://x").searchParams.get("prefix")).toBe("a b/사진+%2F?#&=/");
});
