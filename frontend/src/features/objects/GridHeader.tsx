/** The header of the list: a press on a column's name sorts by it, a second press turns it round. */
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "use-intl";
import { columns, headerLooks } from "./gridLooks";
import type { Column, Order } from "./order";

export interface GridHeaderProps {
  readonly order: Order;
  readonly onSort: (column: Column) => void;
  /** The column that Tab reaches, or null when a row holds it. */
  readonly tabColumn: number | null;
}

export function GridHeader({ order, onSort, tabColumn }: GridHeaderProps) {
  return (
    <div
      role="row"
      aria-rowindex={1}
      data-row={-1}
      className="flex h-full items-center gap-1 border-b border-line bg-canvas px-3 text-xs text-ink-soft sm:grid sm:grid-cols-[minmax(0,1fr)_5.5rem_8.5rem_8.5rem] sm:gap-4"
    >
      {columns.map((column, index) => (
        <div
          key={column}
          role="columnheader"
          aria-sort={order.column === column ? order.direction : "none"}
          className={headerLooks[column]}
        >
          <SortButton
            column={column}
            direction={order.column === column ? order.direction : null}
            tab={{ "data-column": index, tabIndex: tabColumn === index ? 0 : -1 }}
            onSort={onSort}
          />
        </div>
      ))}
    </div>
  );
}

interface SortButtonProps {
  readonly column: Column;
  readonly direction: Order["direction"] | null;
  readonly tab: { readonly "data-column": number; readonly tabIndex: number };
  readonly onSort: (column: Column) => void;
}

function SortButton({ column, direction, tab, onSort }: SortButtonProps) {
  const t = useTranslations("objects.columns");
  const Arrow = direction === "descending" ? ArrowDown : ArrowUp;
  // The arrow keeps its place while it is hidden, so that nothing moves when the order changes.
  const arrow = <Arrow size={12} aria-hidden className={direction === null ? "invisible" : ""} />;
  return (
    <button
      type="button"
      {...tab}
      className={`-mx-2 inline-flex h-7 items-center gap-1 rounded-sm px-2 whitespace-nowrap hover:text-ink pointer-coarse:h-11 ${direction === null ? "" : "font-medium text-ink"}`}
      onClick={() => {
        onSort(column);
      }}
    >
      {column === "size" && arrow}
      {t(column)}
      {column !== "size" && arrow}
    </button>
  );
}
