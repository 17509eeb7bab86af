/** One row of the list. It holds no state and no listeners: the grid hears for all of its rows. */
import { Info } from "lucide-react";
import { memo, type ReactNode } from "react";
import { FileName } from "@/ui/FileName";
import { formatSize } from "@/ui/size";
import { storageClassName } from "@/ui/storageClass";
import type { Entry, ObjectEntry } from "./entry";
import { EntryIcon } from "./EntryIcon";
import {
  boxColumn,
  boxLook,
  cellLooks,
  columns,
  detailsLook,
  nameColumn,
  rowLook,
} from "./gridLooks";
import { exactMoment } from "@/ui/moment";

export interface GridRowProps {
  readonly entry: Entry;
  /** From 0; the header is not counted. */
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly height: number;
  /** The column that Tab reaches, or null when it is another row's. */
  readonly tabColumn: number | null;
  readonly isSelected: boolean;
  /** Where a prefix leads. */
  readonly href: string | null;
  /** The name of the button that tells all about an object. */
  readonly detailsLabel: string;
  /** Whether all is told about it at the moment. */
  readonly hasDetails: boolean;
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { entry, index, top, height, tabColumn, isSelected, href } = props;
  const isObject = entry.kind === "object";
  const name = isObject ? entry.name : `${entry.name}/`;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-current={props.hasDetails || undefined}
      data-row={index}
      className={`group absolute inset-x-0 top-0 content-center border-b border-line contain-layout contain-size focus-within:bg-hover hover:bg-hover aria-selected:bg-selected ${props.hasDetails ? "bg-hover" : ""} ${rowLook}`}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <BoxCell name={name} isSelected={isSelected} tab={tabStop(boxColumn, tabColumn)} />
      <NameCell
        entry={entry}
        name={name}
        href={href}
        tab={tabStop(nameColumn, tabColumn)}
        end={isObject && <DetailsButton label={props.detailsLabel} isOpen={props.hasDetails} />}
      />
      {isObject ? (
        <ObjectCells entry={entry} tabColumn={tabColumn} />
      ) : (
        columns
          .slice(1)
          .map((column, at) => (
            <div key={column} role="gridcell" {...tabStop(nameColumn + 1 + at, tabColumn)} />
          ))
      )}
    </div>
  );
});

function tabStop(column: number, tabColumn: number | null) {
  return { "data-column": column, tabIndex: tabColumn === column ? 0 : -1 };
}

interface BoxCellProps {
  readonly name: string;
  readonly isSelected: boolean;
  readonly tab: ReturnType<typeof tabStop>;
}

function BoxCell({ name, isSelected, tab }: BoxCellProps) {
  return (
    <div role="gridcell" data-box className={boxLook}>
      <span role="checkbox" aria-checked={isSelected} aria-label={name} {...tab} className="box" />
    </div>
  );
}

interface NameCellProps {
  readonly entry: Entry;
  readonly name: string;
  readonly href: string | null;
  /** Stands at the end of the cell. */
  readonly end: ReactNode;
  readonly tab: ReturnType<typeof tabStop>;
}

function NameCell({ entry, name, href, end, tab }: NameCellProps) {
  const label = (
    <>
      <EntryIcon entry={entry} />
      <FileName name={name} />
    </>
  );
  if (href === null) {
    return (
      <div role="gridcell" {...tab} className={`flex items-center gap-2 ${cellLooks.name}`}>
        {label}
        {end}
      </div>
    );
  }
  return (
    <div role="gridcell" className={cellLooks.name}>
      <a
        href={href}
        {...tab}
        data-open={entry.key}
        // A finger opens it anywhere in the row, a mouse on its name only: a click beside it selects.
        className="inline-flex h-8 max-w-full items-center gap-2 align-middle pointer-coarse:after:absolute pointer-coarse:after:inset-0"
      >
        {label}
      </a>
    </div>
  );
}

/** It keeps its place while it cannot be seen; the keyboard has Enter and `i` instead of a tab stop. */
function DetailsButton({ label, isOpen }: { readonly label: string; readonly isOpen: boolean }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      data-details
      aria-expanded={isOpen}
      aria-label={label}
      title={label}
      className={`ml-auto flex shrink-0 items-center justify-center rounded-sm text-ink-soft hover:text-ink aria-expanded:text-accent-ink ${detailsLook}`}
    >
      <Info size={16} aria-hidden />
    </button>
  );
}

function ObjectCells({ entry, tabColumn }: { entry: ObjectEntry; tabColumn: number | null }) {
  const look = (column: keyof typeof cellLooks) =>
    `text-ink-soft text-xs tabular-nums sm:text-sm ${cellLooks[column]}`;
  return (
    <>
      <div
        role="gridcell"
        {...tabStop(nameColumn + 1, tabColumn)}
        data-bytes={entry.size}
        className={`pl-6 sm:pl-0 ${look("size")}`}
      >
        {formatSize(entry.size)}
      </div>
      <div
        role="gridcell"
        {...tabStop(nameColumn + 2, tabColumn)}
        data-moment={entry.modified}
        className={look("modified")}
      >
        {exactMoment(entry.modified)}
      </div>
      <div role="gridcell" {...tabStop(nameColumn + 3, tabColumn)} className={look("storageClass")}>
        {storageClassName(entry.storageClass)}
      </div>
    </>
  );
}
