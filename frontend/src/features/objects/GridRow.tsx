/** One row of the list. It holds no state and no listeners: the grid hears for all of its rows. */
import { memo } from "react";
import { useTranslations } from "use-intl";
import { FileName } from "@/ui/FileName";
import { formatSize } from "@/ui/size";
import type { Entry, ObjectEntry } from "./entry";
import { entryIcon } from "./entryIcon";
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
      className="object-row border-line hover:bg-hover focus-within:bg-selected absolute inset-x-0 top-0 border-b"
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <NameCell entry={entry} href={href} isTabStop={tabColumn === 0} />
      {entry.kind === "object" ? (
        <ObjectCells entry={entry} tabColumn={tabColumn} />
      ) : (
        <EmptyCells tabColumn={tabColumn} />
      )}
    </div>
  );
});

function NameCell(props: { entry: Entry; href: string | null; isTabStop: boolean }) {
  const { entry, href, isTabStop } = props;
  const Icon = entryIcon(entry);
  const stop = { "data-column": 0, tabIndex: isTabStop ? 0 : -1 };
  const look = "flex h-full min-w-0 items-center gap-2";
  const label = (
    <>
      <Icon size={16} aria-hidden className="text-ink-soft shrink-0" />
      <FileName name={entry.kind === "prefix" ? `${entry.name}/` : entry.name} />
    </>
  );
  if (href === null) {
    return (
      <div role="gridcell" {...stop} className={`object-name ${look}`}>
        {label}
      </div>
    );
  }
  return (
    <div role="gridcell" className="object-name min-w-0">
      <a href={href} {...stop} data-open={entry.key} className={`${look} font-medium`}>
        {label}
      </a>
    </div>
  );
}

function ObjectCells({ entry, tabColumn }: { entry: ObjectEntry; tabColumn: number | null }) {
  const t = useTranslations("objects");
  const stop = (column: number) => ({
    role: "gridcell",
    "data-column": column,
    tabIndex: tabColumn === column ? 0 : -1,
  });
  return (
    <>
      <div
        {...stop(1)}
        title={t("exactBytes", { bytes: entry.size })}
        className="object-size text-ink-soft"
      >
        {formatSize(entry.size)}
      </div>
      <div {...stop(2)} data-moment={entry.modified} className="object-modified text-ink-soft">
        {exactMoment(entry.modified)}
      </div>
      <div {...stop(3)} className="object-class text-ink-soft truncate">
        {storageClassName(entry.storageClass)}
      </div>
    </>
  );
}

function EmptyCells({ tabColumn }: { tabColumn: number | null }) {
  return [1, 2, 3].map((column) => (
    <div
      key={column}
      role="gridcell"
      data-column={column}
      tabIndex={tabColumn === column ? 0 : -1}
    />
  ));
}
