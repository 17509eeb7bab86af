/** The header of the list: a press on a column's name sorts by it, a second press turns it round. */
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Column, Order } from "./order";

export const columns: readonly Column[] = ["name", "size", "modified", "storageClass"];

const looks: Record<Column, string> = {
  name: "object-name",
  size: "object-size",
  modified: "object-modified",
  storageClass: "object-class",
};

export interface GridHeaderProps {
  readonly order: Order;
  readonly onSort: (column: Column) => void;
  /** The column that Tab reaches, or null when a row holds it. */
  readonly tabColumn: number | null;
}

export function GridHeader({ order, onSort, tabColumn }: GridHeaderProps) {
  const t = useTranslations("objects.columns");
  return (
    <div
      role="row"
      aria-rowindex={1}
      data-row={-1}
      className="object-row object-header border-line bg-canvas text-ink-soft h-8 border-b text-xs"
    >
      {columns.map((column, index) => {
        const sorted = order.column === column;
        const Arrow = order.direction === "ascending" ? ArrowUp : ArrowDown;
        return (
          <div
            key={column}
            role="columnheader"
            aria-sort={sorted ? order.direction : "none"}
            className={looks[column]}
          >
            <button
              type="button"
              data-column={index}
              tabIndex={tabColumn === index ? 0 : -1}
              className={`hover:text-ink -mx-1 inline-flex h-7 items-center gap-1 rounded-sm px-1 ${sorted ? "text-ink font-medium" : ""}`}
              onClick={() => {
                onSort(column);
              }}
            >
              {t(column)}
              <Arrow size={12} aria-hidden className={sorted ? "" : "invisible"} />
            </button>
          </div>
        );
      })}
    </div>
  );
}
