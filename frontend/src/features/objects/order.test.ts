import fc from "fast-check";
import { expect, test } from "vitest";
import type { Entry } from "./entry";
import { byName, entryComparison, mergeSorted, nextOrder, type Order } from "./order";

const object = (name: string, size = 0, modified = 0): Entry => ({
  kind: "object",
  key: name,
  name,
  size,
  modified,
  storageClass: "STANDARD",
});
const prefix = (name: string): Entry => ({ kind: "prefix", key: `${name}/`, name });

function sorted(entries: readonly Entry[], order: Order) {
  return entries.toSorted(entryComparison(order, "ko")).map((entry) => entry.name);
}

test("numbers in names count by value", () => {
  const names = ["보고서 10", "보고서 9", "보고서 1"].map((name) => object(name));
  expect(sorted(names, byName)).toEqual(["보고서 1", "보고서 9", "보고서 10"]);
});

test("Korean names follow the Korean alphabet", () => {
  const names = ["하늘", "가을", "바다"].map((name) => object(name));
  expect(sorted(names, byName)).toEqual(["가을", "바다", "하늘"]);
});

test("prefixes stay first in both directions", () => {
  const entries = [object("a"), prefix("z"), object("b")];
  expect(sorted(entries, byName)).toEqual(["z", "a", "b"]);
  expect(sorted(entries, { column: "name", direction: "descending" })).toEqual(["z", "b", "a"]);
});

test("sizes and dates order by value, equal ones by name", () => {
  const entries = [object("b", 9, 1), object("c", 10, 0), object("a", 9, 2)];
  expect(sorted(entries, { column: "size", direction: "ascending" })).toEqual(["a", "b", "c"]);
  expect(sorted(entries, { column: "modified", direction: "descending" })).toEqual(["a", "b", "c"]);
});

test("a second press on a header turns its order round, another header begins ascending", () => {
  const down = nextOrder(byName, "name");
  expect(down.direction).toBe("descending");
  expect(nextOrder(down, "size")).toEqual({ column: "size", direction: "ascending" });
});

test("merging a further page gives what sorting everything gives", () => {
  const compare = entryComparison(byName, "ko");
  const entries = fc.array(fc.string().map((name) => object(name)));
  fc.assert(
    fc.property(entries, entries, (a, b) => {
      const merged = mergeSorted(a.toSorted(compare), b.toSorted(compare), compare);
      expect(merged.map((e) => e.key)).toEqual([...a, ...b].toSorted(compare).map((e) => e.key));
    }),
  );
});
