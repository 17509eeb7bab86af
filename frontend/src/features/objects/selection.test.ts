import { expect, test } from "vitest";
import type { Entry, ObjectEntry } from "./entry";
import { all, extent, nothing, only, partsOf, ranged, surviving, toggled } from "./selection";

const object = (name: string, size = 1): ObjectEntry => ({
  kind: "object",
  key: name,
  name,
  size,
  modified: 0,
  storageClass: "STANDARD",
});
const [a, b, c, d] = [object("a", 1), object("b", 10), object("c", 100), object("d", 1000)];
const entries: readonly Entry[] = [{ kind: "prefix", key: "p/", name: "p" }, a, b, c, d];
const keys = ({ chosen }: { chosen: ReadonlyMap<string, unknown> }) => [...chosen.keys()];

test("a toggle adds, the next one takes away, the others stay", () => {
  const two = toggled(only(a), c);
  expect(keys(two)).toEqual(["a", "c"]);
  expect(keys(toggled(two, a))).toEqual(["c"]);
});

test("a range begins at the row chosen last by itself, in either direction", () => {
  const range = ranged(only(c), entries, { from: 0, to: 1, adds: false });
  expect(keys(range)).toEqual(["a", "b", "c"]);
  expect(keys(ranged(range, entries, { from: 1, to: 4, adds: false }))).toEqual(["c", "d"]);
});

test("a range that adds keeps what was chosen before", () => {
  const two = toggled(only(a), c);
  expect(keys(ranged(two, entries, { from: 0, to: 4, adds: true }))).toEqual(["a", "c", "d"]);
});

test("without an anchor, or with one that is gone, a range begins at the row in hand", () => {
  const range = { from: 2, to: 3, adds: false };
  expect(keys(ranged(nothing, entries, range))).toEqual(["b", "c"]);
  expect(keys(ranged(only(object("gone")), entries, range))).toEqual(["b", "c"]);
});

test("prefixes are selected like objects, and counted apart, without a size", () => {
  expect(keys(all(entries))).toEqual(["p/", "a", "b", "c", "d"]);
  const range = ranged(only(b), entries, { from: 0, to: 0, adds: false });
  expect(keys(range)).toEqual(["p/", "a", "b"]);
  const { objects, prefixes, bytes } = partsOf(range.chosen.values());
  expect([objects.length, prefixes.length, bytes]).toEqual([2, 1, 11]);
});

test("what vanished drops out, what was replaced shows its new size", () => {
  const left = surviving(all(entries), [a, object("b", 20)]);
  expect(keys(left)).toEqual(["a", "b"]);
  expect(partsOf(left.chosen.values()).bytes).toBe(21);
});

test("all, some and none are told apart by the rows that are shown", () => {
  expect(extent(nothing, entries)).toBe("none");
  expect(extent(only(a), entries)).toBe("some");
  expect(extent(only(a), entries.slice(0, 2))).toBe("some");
  expect(extent(only(a), entries.slice(1, 2))).toBe("all");
});
