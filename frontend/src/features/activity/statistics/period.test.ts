import { expect, test } from "vitest";
import { rangeFault, rangeOf } from "./period";

test("the latest seven days include today", () => {
  expect(rangeOf({ kind: "latest", days: 7 }, "2026-11-23")).toEqual({
    first: "2026-11-17",
    last: "2026-11-23",
  });
});

test.each([
  ["2025-11-23", "2026-11-23", null], // 366 days
  ["2025-11-22", "2026-11-23", "long"],
  ["2026-11-23", "2026-11-23", null],
  ["2026-11-24", "2026-11-23", "order"],
  ["", "2026-11-23", "missing"],
  ["2026-02-31", "2026-13-01", "missing"],
  ["yesterday", "2026-11-23", "missing"],
])("from %s to %s: %s", (first, last, fault) => {
  expect(rangeFault({ first, last })).toBe(fault);
});
