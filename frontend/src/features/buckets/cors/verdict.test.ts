import { expect, test } from "vitest";
import { blockedBucket, hiddenBucket, openBucket } from "@/testing/cors";
import type { Reach } from "@/transfer/adapters/probe";
import { verdictOf } from "./verdict";

const seen = (rules: ReturnType<typeof openBucket>, reach: Reach) =>
  verdictOf({ rules, reach, addresses: [] });

test("right rules and an answer are well; without an answer something else stands in the way", () => {
  expect(seen(openBucket(), "open")).toBe("ok");
  expect(seen(openBucket(), "blocked")).toBe("elsewhere");
});

test("rules that lack something stop this page, or some of its requests", () => {
  expect(seen(blockedBucket(), "blocked")).toBe("blocked");
  expect(seen(blockedBucket({ verdict: "incomplete" }), "open")).toBe("lacking");
});

test("where the rules cannot be read, requests alone decide", () => {
  expect(seen(hiddenBucket(), "open")).toBe("passes");
  expect(seen(hiddenBucket(), "blocked")).toBe("hidden");
});

test("an address that does not answer is the connection's matter, whatever the rules are", () => {
  for (const rules of [openBucket(), blockedBucket(), hiddenBucket()]) {
    expect(seen(rules, "unreachable")).toBe("unreachable");
  }
});
