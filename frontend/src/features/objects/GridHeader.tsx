/** The header of the list: a press on a column's name sorts by it, a second press turns it round. */
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "use-intl";
import { boxColumn, boxLook, columns, headerLook, headerLooks, nameColumn } from "./gridLooks";
import type { Column, Order } from "./order";

export interface GridHeaderProps {
  readonly order: Order;
  readonly onSort: (column: Column) => void;
  /** How many of the shown rows are selected. */
  readonly selected: "all" | "some" | "none";
  readonly onSelectAll: (isSelected: boolean) => void;
  /** The column that Tab reaches, or null when a row holds it. */
  readonly tabColumn: number | null;
}

export function GridHeader(props: GridHeaderProps) {
  const { order, onSort, selected, tabColumn } = props;
  const tab = (column: number) => ({
    "data-column": column,
    tabIndex: tabColumn === column ? 0 : -1,
  });
  return (
    <div role="row" aria-rowindex={1} data-row={-1} className={headerLook}>
      <div role="columnheader" className={boxLook}>
        <SelectAll selected={selected} tab={tab(boxColumn)} onSelectAll={props.onSelectAll} />
      </div>
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
            tab={tab(index + nameColumn)}
            onSort={onSort}
          />
        </div>
      ))}
    </div>
  );
}

interface TabStop {
  readonly "data-column": number;
  readonly tabIndex: number;
}

interface SelectAllProps extends Pick<GridHeaderProps, "selected" | "onSelectAll"> {
  readonly tab: TabStop;
}

function SelectAll({ selected, onSelectAll, tab }: SelectAllProps) {
  const t = useTranslations("objects");
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={selected === "some" ? "mixed" : selected === "all"}
      aria-label={t("selectAll")}
      title={t("selectAll")}
      {...tab}
      onClick={() => {
        onSelectAll(selected !== "all");
      }}
      className="box"
    />
  );
}

interface SortButtonProps {
  readonly column: Column;
  readonly direction: Order["direction"] | null;
  readonly tab: TabStop;
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
