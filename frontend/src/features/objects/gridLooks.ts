/** The columns of the list, by the width of the window: one line per row, or two on a phone. */
import type { Column } from "./order";

/** The columns with a name, after the one of the checkboxes. */
export const columns: readonly Column[] = ["name", "size", "modified", "storageClass"];

/** Of the checkboxes, and of the first named column. */
export const boxColumn = 0;
export const nameColumn = 1;
export const columnCount = columns.length + nameColumn;

/** From here on a row is one line; the same as Tailwind's `sm:` below. */
export const oneLine = "(min-width: 640px)";

const tracks = "sm:grid-cols-[2.25rem_minmax(0,1fr)_5.5rem_8.5rem_8.5rem]";

export const rowLook = `grid items-center gap-x-3 pr-11 sm:pr-3 grid-cols-[2.75rem_auto_auto_minmax(0,1fr)] sm:gap-x-4 ${tracks}`;

export const headerLook = `flex h-full items-center gap-1 border-b border-line bg-canvas pr-3 text-xs text-ink-soft sm:grid sm:gap-4 ${tracks}`;

/** As wide as its track; the next column begins where it ends. */
export const boxLook =
  "relative z-1 flex w-11 shrink-0 items-center justify-center self-stretch max-sm:row-span-2 sm:w-9";

/** At the end of the name; on a phone at the end of the row. A mouse sees it in the row that it is over. */
export const detailsLook =
  "size-7 pointer-fine:opacity-0 pointer-fine:group-focus-within:opacity-100 pointer-fine:group-hover:opacity-100 pointer-fine:aria-expanded:opacity-100 pointer-coarse:size-11 max-sm:absolute max-sm:inset-y-0 max-sm:right-0 max-sm:my-auto";

export const cellLooks: Record<Column, string> = {
  name: "max-sm:col-span-3 max-sm:-ml-3 min-w-0 sm:-ml-4",
  size: "max-sm:-ml-3 sm:text-right",
  modified: "",
  storageClass: "min-w-0 truncate",
};

/** On a phone the headers stand in one line of their own: the name's at its start, the others at its end. */
export const headerLooks: Record<Column, string> = {
  name: "max-sm:mr-auto sm:-ml-4",
  size: "max-sm:mx-2 sm:text-right",
  modified: "max-sm:mx-2",
  storageClass: "max-sm:ml-2",
};
