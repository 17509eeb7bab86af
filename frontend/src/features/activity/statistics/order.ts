/** The order of a table's rows: by one column, and where that is the same by day and bucket. */
import type { Day } from "./day";
import type { Sums } from "./sums";

export interface CountsRow extends Sums {
  readonly bucket: string;
  readonly day?: Day;
}

export type Column = keyof CountsRow;

export interface Order {
  readonly column: Column;
  readonly direction: "ascending" | "descending";
}

/** The same column turns round; names begin with A, days with the latest and numbers with the largest. */
export function nextOrder(order: Order, column: Column): Order {
  if (order.column !== column) return firstOrder(column);
  return { column, direction: order.direction === "ascending" ? "descending" : "ascending" };
}

export function firstOrder(column: Column): Order {
  return { column, direction: column === "bucket" ? "ascending" : "descending" };
}

export function sorted<Row extends CountsRow>(
  rows: readonly Row[],
  { column, direction }: Order,
): readonly Row[] {
  const sign = direction === "ascending" ? 1 : -1;
  return rows.toSorted(
    (a, b) =>
      sign * compare(a[column] ?? "", b[column] ?? "") ||
      -compare(a.day ?? "", b.day ?? "") ||
      compare(a.bucket, b.bucket),
  );
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
