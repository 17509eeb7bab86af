/** The columns of the list, by the width of the window: one line per row, or two on a phone. */
import type { Column } from "./order";

export const columns: readonly Column[] = ["name", "size", "modified", "storageClass"];

/** From here on a row is one line; the same as Tailwind's `sm:` below. */
export const oneLine = "(min-width: 640px)";

export const rowLook =
  "grid items-center gap-x-3 px-3 grid-cols-[auto_auto_minmax(0,1fr)] sm:gap-x-4 sm:grid-cols-[minmax(0,1fr)_5.5rem_8.5rem_8.5rem]";

export const cellLooks: Record<Column, string> = {
  name: "col-span-full min-w-0 sm:col-span-1",
  size: "sm:text-right",
  modified: "",
  storageClass: "min-w-0 truncate",
};

/** On a phone the headers stand in one line of their own: the name's at its start, the others at its end. */
export const headerLooks: Record<Column, string> = {
  name: "max-sm:mr-auto",
  size: "max-sm:mx-2 sm:text-right",
  modified: "max-sm:mx-2",
  storageClass: "max-sm:ml-2",
};
