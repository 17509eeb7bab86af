import { expect, test } from "vitest";
import { policyReport } from "@/testing/permissions";
import { searchPolicies } from "./policySearch";

function find(text: string, { onlyS3 = false } = {}) {
  const found = searchPolicies(policyReport.policies, { text, onlyS3 });
  return found.map(({ policy, statements }) => [policy.name, ...statements]);
}

test("without a text every policy is there and no statement stands out", () => {
  expect(find("  ")).toEqual([["Readers"], ["Orders"]]);
});

test.each([
  ["name", "readers", [["Readers"]]],
  ["ARN", "policy/Read", [["Readers"]]],
  ["group", "SHOP", [["Orders"]]],
  ["Sid", "readall", [["Readers", 1]]],
  ["action", "sendmessage", [["Orders", 1]]],
  ["excluded action", "s3:Get*", [["Readers", 2]]],
  ["excluded resource", "inbox/", [["Readers", 2]]],
  ["condition's operator", "notip", [["Readers", 2]]],
  ["condition's key", "sourceip", [["Readers", 2]]],
  ["condition's value", "192.0.2", [["Readers", 2]]],
])("a %s is found, whatever its case, with its statement", (_, text, found) => {
  expect(find(text)).toEqual(found);
});

test("policies that do not mention S3 can be left out", () => {
  expect(find("", { onlyS3: true })).toEqual([["Readers"]]);
  expect(find("sqs", { onlyS3: true })).toEqual([]);
});
