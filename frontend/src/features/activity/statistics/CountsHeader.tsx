/** The header of a table of counts: a press on a column's name sorts by it, a second one turns it round. */
import { ArrowDown, ArrowUp } from "lucide-react";
import type { Column, Order } from "./order";

export interface CountsHeaderProps {
  readonly columns: readonly Column[];
  readonly order: Order;
  readonly onSort: (column: Column) => void;
  readonly nameOf: (column: Column) => string;
}

/** Days and names begin at the left, numbers end at the right. */
export function isNumber(column: Column): boolean {
  return column !== "day" && column !== "bucket";
}

export function CountsHeader({ columns, order, onSort, nameOf }: CountsHeaderProps) {
  return (
    <thead role="rowgroup" className="max-sm:hidden">
      <tr role="row" className="border-b border-line">
        {columns.map((column) => (
          <th
            key={column}
            role="columnheader"
            scope="col"
            aria-sort={order.column === column ? order.direction : "none"}
            className={`px-2 text-xs font-normal text-ink-soft ${isNumber(column) ? "text-right" : "text-left"}`}
          >
            <SortButton
              name={nameOf(column)}
              isNumber={isNumber(column)}
              direction={order.column === column ? order.direction : null}
              onPress={() => {
                onSort(column);
              }}
            />
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface SortButtonProps {
  readonly name: string;
  readonly isNumber: boolean;
  readonly direction: Order["direction"] | null;
  readonly onPress: () => void;
}

function SortButton({ name, isNumber: atRight, direction, onPress }: SortButtonProps) {
  const Arrow = direction === "ascending" ? ArrowUp : ArrowDown;
  // The arrow keeps its place while it is hidden, so that nothing moves when the order changes.
  const arrow = <Arrow size={12} aria-hidden className={direction === null ? "invisible" : ""} />;
  return (
    <button
      type="button"
      onClick={onPress}
      className={`-mx-2 inline-flex min-h-8 items-center gap-1 rounded-sm px-2 hover:text-ink pointer-coarse:min-h-11 ${direction === null ? "" : "font-medium text-ink"}`}
    >
      {atRight && arrow}
      {name}
      {!atRight && arrow}
    </button>
  );
}
