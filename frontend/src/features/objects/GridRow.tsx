/** One row of the list. It holds no state and no listeners: the grid hears for all of its rows. */
import { memo } from "react";
import { FileName } from "@/ui/FileName";
import { formatSize } from "@/ui/size";
import type { Entry, ObjectEntry } from "./entry";
import { EntryIcon } from "./EntryIcon";
import { boxColumn, boxLook, cellLooks, columns, nameColumn, rowLook } from "./gridLooks";
import { exactMoment } from "./moment";
import { storageClassName } from "./storageClass";

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
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { entry, index, top, height, tabColumn, isSelected, href } = props;
  const isObject = entry.kind === "object";
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isObject ? isSelected : undefined}
      data-row={index}
      className={`absolute inset-x-0 top-0 content-center border-b border-line contain-layout contain-size focus-within:bg-hover hover:bg-hover aria-selected:bg-selected ${rowLook}`}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <BoxCell entry={entry} isSelected={isSelected} tab={tabStop(boxColumn, tabColumn)} />
      <NameCell entry={entry} href={href} tab={tabStop(nameColumn, tabColumn)} />
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
  readonly entry: Entry;
  readonly isSelected: boolean;
  readonly tab: ReturnType<typeof tabStop>;
}

/** Prefixes have no checkbox. */
function BoxCell({ entry, isSelected, tab }: BoxCellProps) {
  if (entry.kind === "prefix") return <div role="gridcell" {...tab} className={boxLook} />;
  return (
    <div role="gridcell" data-box className={boxLook}>
      <span
        role="checkbox"
        aria-checked={isSelected}
        aria-label={entry.name}
        {...tab}
        className="box"
      />
    </div>
  );
}

interface NameCellProps {
  readonly entry: Entry;
  readonly href: string | null;
  readonly tab: ReturnType<typeof tabStop>;
}

function NameCell({ entry, href, tab }: NameCellProps) {
  const label = (
    <>
      <EntryIcon entry={entry} />
      <FileName name={entry.kind === "prefix" ? `${entry.name}/` : entry.name} />
    </>
  );
  if (href === null) {
    return (
      <div role="gridcell" {...tab} className={`flex items-center gap-2 ${cellLooks.name}`}>
        {label}
      </div>
    );
  }
  return (
    <div role="gridcell" className={cellLooks.name}>
      <a
        href={href}
        {...tab}
        data-open={entry.key}
        className="flex h-8 items-center gap-2 pointer-coarse:after:absolute pointer-coarse:after:inset-0"
      >
        {label}
      </a>
    </div>
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
