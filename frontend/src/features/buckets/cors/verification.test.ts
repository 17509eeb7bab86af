import { expect, test } from "vitest";
import { openBucket } from "@/testing/cors";
import type { Reach } from "@/transfer/adapters/probe";
import { verified } from "./verification";

/** Looks that see these one after the other, and pauses that take no time. */
async function looking(...reaches: readonly Reach[]) {
  const rules = openBucket();
  let looks = 0;
  const pauses: number[] = [];
  const look = () => {
    const reach = reaches[Math.min(looks, reaches.length - 1)] ?? "open";
    looks += 1;
    return Promise.resolve({ rules, reach, addresses: [] });
  };
  const pause = (ms: number) => {
    pauses.push(ms);
    return Promise.resolve();
  };
  const { reach } = await verified(rules, look, pause);
  return { reach, looks, pauses };
}

test("a repair that works at once is looked at once", async () => {
  expect(await looking("open")).toEqual({ reach: "open", looks: 1, pauses: [] });
});

test("S3 gets some seconds", async () => {
  expect(await looking("blocked", "blocked", "open")).toMatchObject({
    reach: "open",
    pauses: [1_000, 1_000],
  });
});

test("a repair that does not show is said to be so after ten looks", async () => {
  expect(await looking("blocked")).toMatchObject({ reach: "blocked", looks: 10 });
});

test("an address that does not answer at all is not waited for", async () => {
  expect(await looking("unreachable")).toMatchObject({ looks: 1 });
});
