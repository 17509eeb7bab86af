/** One row of the list. It holds no state and no listeners: the grid hears for all of its rows. */
import { memo } from "react";
import { FileName } from "@/ui/FileName";
import { formatSize } from "@/ui/size";
import type { Entry, ObjectEntry } from "./entry";
import { EntryIcon } from "./EntryIcon";
import { cellLooks, rowLook } from "./gridLooks";
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
  /** Where a prefix leads. */
  readonly href: string | null;
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { entry, index, top, height, tabColumn, href } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-row={index}
      className={`absolute inset-x-0 top-0 content-center border-b border-line contain-layout contain-size focus-within:bg-selected hover:bg-hover ${rowLook}`}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <NameCell entry={entry} href={href} tab={tabStop(0, tabColumn)} />
      {entry.kind === "object" ? (
        <ObjectCells entry={entry} tabColumn={tabColumn} />
      ) : (
        [1, 2, 3].map((column) => (
          <div key={column} role="gridcell" {...tabStop(column, tabColumn)} />
        ))
      )}
    </div>
  );
});

function tabStop(column: number, tabColumn: number | null) {
  return { "data-column": column, tabIndex: tabColumn === column ? 0 : -1 };
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
        {...tabStop(1, tabColumn)}
        data-bytes={entry.size}
        className={`pl-6 sm:pl-0 ${look("size")}`}
      >
        {formatSize(entry.size)}
      </div>
      <div
        role="gridcell"
        {...tabStop(2, tabColumn)}
        data-moment={entry.modified}
        className={look("modified")}
      >
        {exactMoment(entry.modified)}
      </div>
      <div role="gridcell" {...tabStop(3, tabColumn)} className={look("storageClass")}>
        {storageClassName(entry.storageClass)}
      </div>
    </>
  );
}
