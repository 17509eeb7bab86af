/** The list as an ARIA grid of our own: only the rows in sight exist, and one cell is a tab stop. */
import { useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Entry } from "./entry";
import { GridHeader } from "./GridHeader";
import { columnCount } from "./gridLooks";
import { GridRow } from "./GridRow";
import type { Column, Order } from "./order";
import { all, extent, nothing, type Selection } from "./selection";
import { useActiveCell } from "./useActiveCell";
import { useGridFocus } from "./useGridFocus";
import { useGridHeights } from "./useGridHeights";
import { useHoverText } from "./useHoverText";
import { useKeptPlace } from "./useKeptPlace";
import { rowOf, useRowChoice } from "./useRowChoice";
import { useVirtualRows } from "./useVirtualRows";
import { useShortcuts } from "@/ui/useShortcuts";

/** Rows from the end at which a further page is asked for. */
const nearEnd = 60;

export interface ObjectGridProps {
  readonly label: string;
  readonly entries: readonly Entry[];
  readonly order: Order;
  readonly onSort: (column: Column) => void;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  /** Changes when the order or the filter does. */
  readonly view: string;
  /** Whether S3 has more than is loaded. */
  readonly hasMore: boolean;
  readonly onNearEnd: () => void;
  readonly hrefOf: (prefix: string) => string;
  readonly onNavigate: (prefix: string) => void;
  /** Tells all about the object of a key. */
  readonly onDetails: (key: string) => void;
  /** The object that all is told about at the moment. */
  readonly detailsKey: string | null;
  readonly isBusy: boolean;
  /** The row to begin at, or null for the first one. */
  readonly initialKey: string | null;
  /** Whether the focus goes to that row when the grid appears. */
  readonly takesFocus: boolean;
  /** Stands in the place of the rows when there are none. */
  readonly children: ReactNode;
}

export function ObjectGrid(props: ObjectGridProps) {
  const { entries, order, selection, onSelect, view, hasMore, onNearEnd, hrefOf, onNavigate } =
    props;
  const t = useTranslations("objects");
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const heights = useGridHeights();
  const rowHeight = heights.row;
  const cell = useActiveCell(entries, props.initialKey);
  const { position } = cell;
  const rows = useVirtualRows({ scroller, entries, heights, activeRow: position.row });
  const wasOwnScroll = useKeptPlace({ scroller, entries, rowHeight, view });
  const focus = useGridFocus({
    ...cell,
    grid,
    takesFocus: props.takesFocus,
    reveal: rows.reveal,
    extent: () => ({ rows: entries.length, columns: columnCount, pageRows: rows.inSight() }),
  });
  const choice = useRowChoice({ entries, activeRow: position.row, selection, onSelect });
  const hover = useHoverText();

  const onScroll = () => {
    const element = scroller.current;
    if (wasOwnScroll() || !hasMore || element === null) return;
    const below = element.scrollHeight - element.scrollTop - element.clientHeight;
    if (below < nearEnd * rowHeight) onNearEnd();
  };

  const showDetails = (entry: Entry | undefined) => {
    if (entry?.kind === "object") props.onDetails(entry.key);
  };
  useShortcuts({
    i: () => {
      if (grid.current?.contains(document.activeElement)) showDetails(entries[position.row]);
    },
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const entry = entries[position.row];
    const isControl = event.target instanceof Element && event.target.matches("a, button");
    if (event.key === "Enter" && !isControl) {
      if (entry?.kind === "prefix") onNavigate(entry.key);
      else showDetails(entry);
    } else if (!choice.onKeyDown(event)) {
      const to = focus.onKeyDown(event);
      if (to !== null && event.shiftKey) choice.walkTo(to.row);
    }
  };

  return (
    <div ref={scroller} onScroll={onScroll} className="relative min-h-0 flex-1 overflow-auto">
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        aria-label={props.label}
        aria-rowcount={hasMore ? -1 : entries.length + 1}
        aria-colcount={columnCount}
        aria-multiselectable
        aria-busy={props.isBusy}
        onKeyDown={onKeyDown}
        onFocus={focus.onFocus}
        onPointerOver={hover}
        onClick={(event) => {
          if (isDetails(event.target)) showDetails(entries[rowOf(event.target)]);
          else if (!followsLink(event, onNavigate)) choice.onClick(event);
        }}
        onMouseDown={keepText}
        className="outline-offset-[-2px]"
      >
        <div role="rowgroup" className="sticky top-0 z-10" style={{ height: heights.header }}>
          <GridHeader
            order={order}
            onSort={props.onSort}
            selected={extent(selection, entries)}
            onSelectAll={(isSelected) => {
              onSelect(isSelected ? all(entries) : nothing);
            }}
            tabColumn={position.row < 0 ? position.column : null}
          />
        </div>
        <div role="rowgroup" className="relative" style={{ height: rows.height }}>
          {rows.items.map(({ index, start, entry }) => (
            <GridRow
              key={entry.key}
              entry={entry}
              index={index}
              top={start}
              height={rowHeight}
              tabColumn={index === position.row ? position.column : null}
              isSelected={selection.chosen.has(entry.key)}
              href={entry.kind === "prefix" ? hrefOf(entry.key) : null}
              detailsLabel={t("details")}
              hasDetails={entry.key === props.detailsKey}
            />
          ))}
        </div>
      </div>
      {entries.length === 0 && props.children}
    </div>
  );
}

function isDetails(target: EventTarget): boolean {
  return target instanceof Element && target.closest("[data-details]") !== null;
}

/** A plain click walks in, Ctrl opens a tab, as on any link; Shift takes rows here, and opens no window. */
function followsLink(event: MouseEvent, onNavigate: (prefix: string) => void): boolean {
  const link = event.target instanceof Element ? event.target.closest("a[data-open]") : null;
  if (!(link instanceof HTMLElement) || link.dataset["open"] === undefined) return false;
  if (event.metaKey || event.ctrlKey || event.altKey) return true;
  event.preventDefault();
  if (event.shiftKey) return false;
  onNavigate(link.dataset["open"]);
  return true;
}

/** Shift with a click chooses rows: it takes the focus there, and marks no text on the way. */
function keepText(event: MouseEvent): void {
  if (!event.shiftKey || !(event.target instanceof Element)) return;
  event.preventDefault();
  event.target.closest<HTMLElement>("[tabindex]")?.focus({ preventScroll: true });
}
