import { expect, test } from "vitest";
import { firstOrder, nextOrder, sorted } from "./order";
import { counts } from "./testCounts";

const rows = [
  counts("2026-11-21", "b", { uploads: 2 }),
  counts("2026-11-22", "a", { uploads: 10 }),
  counts("2026-11-22", "b", { uploads: 2 }),
];
const named = (order: ReturnType<typeof firstOrder>) =>
  sorted(rows, order).map(({ day, bucket }) => `${day.slice(-2)}${bucket}`);

test("days begin with the latest, names with A, numbers with the largest by value", () => {
  expect(named(firstOrder("day"))).toEqual(["22a", "22b", "21b"]);
  expect(named(firstOrder("bucket"))).toEqual(["22a", "22b", "21b"]);
  expect(named(firstOrder("uploads"))).toEqual(["22a", "22b", "21b"]);
});

test("a second press turns a column round; the same numbers stay by day", () => {
  const turned = nextOrder(firstOrder("uploads"), "uploads");
  expect(turned.direction).toBe("ascending");
  expect(named(turned)).toEqual(["22b", "21b", "22a"]);
  expect(nextOrder(turned, "day")).toEqual(firstOrder("day"));
});
