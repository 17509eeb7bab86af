/** Waiting times between attempts. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { backoff, BASE_MS, SLOW_BASE_MS } from "./retry";

it("waits at most 0.1 s doubled with each attempt", () => {
  expect([1, 2, 3, 4].map((attempt) => backoff(attempt, BASE_MS, 1))).toEqual([100, 200, 400, 800]);
});

it("waits from 1 s on where S3 asked to slow down", () => {
  expect(backoff(1, SLOW_BASE_MS, 1)).toBe(1_000);
});

it("takes any time from none to the longest, and never more than 20 s", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (n, random) => {
        const ms = backoff(n, SLOW_BASE_MS, random);
        expect(ms).toBeGreaterThanOrEqual(0);
        expect(ms).toBeLessThanOrEqual(20_000);
      },
    ),
  );
  expect(backoff(9, BASE_MS, 0)).toBe(0);
});
