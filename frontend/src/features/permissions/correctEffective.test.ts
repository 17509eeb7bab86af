import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { effective } from "@/testing/permissions";
import { correctEffective } from "./correctEffective";
import { effectiveKey, permissionOf, type EffectivePermissions, type Place } from "./useEffective";

const inbox = { bucket: "demo-reports", prefix: "inbox/" };

function cached(...places: readonly Place[]) {
  const queries = new QueryClient();
  for (const place of places) {
    queries.setQueryData(effectiveKey(place), effective(place.bucket, place.prefix));
  }
  const verdictOf = (place: Place, action: string) => {
    const answer = queries.getQueryData<EffectivePermissions>(effectiveKey(place));
    return permissionOf(answer, action);
  };
  return { queries, verdictOf };
}

test("a refusal turns the action at its place into denied, as observed", () => {
  const { queries, verdictOf } = cached(inbox);
  correctEffective(queries, { ...inbox, action: "s3:DeleteObject" });
  expect(verdictOf(inbox, "s3:DeleteObject")).toMatchObject({
    verdict: "denied",
    source: "observed",
    reasonCode: "refused",
    statement: null,
  });
});

test("it says nothing about other actions and other places", () => {
  const root = { bucket: "demo-reports", prefix: "" };
  const { queries, verdictOf } = cached(inbox, root);
  correctEffective(queries, { ...inbox, action: "s3:DeleteObject" });
  expect(verdictOf(inbox, "s3:PutObject")?.verdict).toBe("allowed");
  expect(verdictOf(root, "s3:DeleteObject")?.verdict).toBe("allowed");
});

test("a place that was never asked about stays unasked", () => {
  const { queries } = cached();
  correctEffective(queries, { ...inbox, action: "s3:DeleteObject" });
  expect(queries.getQueryData(effectiveKey(inbox))).toBeUndefined();
});
