/** The order of the rows: prefixes first, then by one column; numbers in names by value, Korean by its alphabet. */
import type { Entry, ObjectEntry } from "./entry";

export type Column = "name" | "size" | "modified" | "storageClass";

export interface Order {
  readonly column: Column;
  readonly direction: "ascending" | "descending";
}

export type Compare = (a: Entry, b: Entry) => number;

export const byName: Order = { column: "name", direction: "ascending" };

/** The order after a press on a column's header: the same column turns round. */
export function nextOrder(order: Order, column: Column): Order {
  const turns = order.column === column && order.direction === "ascending";
  return { column, direction: turns ? "descending" : "ascending" };
}

/** A comparison for `sort`; make it once per order, because its collator is costly to make. */
export function entryComparison(order: Order, locale: string): Compare {
  const names = new Intl.Collator(locale, { numeric: true });
  const name: Compare = (a, b) => names.compare(a.name, b.name) || byCode(a.key, b.key);
  const column = order.column === "name" ? name : objectComparison(order.column, name);
  const sign = order.direction === "ascending" ? 1 : -1;
  return (a, b) => (a.kind === b.kind ? sign * column(a, b) : a.kind === "prefix" ? -1 : 1);
}

function objectComparison(column: Exclude<Column, "name">, name: Compare): Compare {
  const values = column === "storageClass" ? byClass : byNumber(column);
  return (a, b) =>
    a.kind === "object" && b.kind === "object" ? values(a, b) || name(a, b) : name(a, b);
}

const byNumber = (column: "size" | "modified") => (a: ObjectEntry, b: ObjectEntry) =>
  a[column] - b[column];

const byClass = (a: ObjectEntry, b: ObjectEntry) => byCode(a.storageClass, b.storageClass);

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Merges two sorted lists into one, so that a further page costs one pass and not a sort. */
export function mergeSorted(a: readonly Entry[], b: readonly Entry[], compare: Compare): Entry[] {
  const merged: Entry[] = [];
  let from = 0;
  for (const entry of b) {
    const to = firstAfter(a, entry, from, compare);
    for (const earlier of a.slice(from, to)) merged.push(earlier);
    merged.push(entry);
    from = to;
  }
  return merged.concat(a.slice(from));
}

/** Where `entry` belongs in `sorted`, at `from` or later. */
function firstAfter(sorted: readonly Entry[], entry: Entry, from: number, compare: Compare) {
  let [low, high] = [from, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = sorted[middle];
    if (there !== undefined && compare(there, entry) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
