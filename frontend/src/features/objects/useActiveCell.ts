/** The one cell of the grid that Tab reaches. */
import { useMemo, useState } from "react";
import type { Entry } from "./entry";
import type { GridPosition } from "./gridKeys";
import { nameColumn } from "./gridLooks";

/** By key, so that it stays with its row when rows come in above; null is the header. */
interface Place {
  readonly key: string | null;
  /** Where the row was: when it vanishes, the one that moves up takes its place. */
  readonly row: number;
  readonly column: number;
}

export interface ActiveCell {
  readonly position: GridPosition;
  readonly moveTo: (position: GridPosition) => void;
}

/** Begins at `initialKey`, or at the first row where there is no such key. */
export function useActiveCell(entries: readonly Entry[], initialKey: string | null): ActiveCell {
  const [place, setPlace] = useState<Place>({ key: initialKey ?? "", row: 0, column: nameColumn });
  const position = useMemo(() => positionOf(entries, place), [entries, place]);
  const moveTo = ({ row, column }: GridPosition) => {
    setPlace({ key: row < 0 ? null : (entries[row]?.key ?? null), row, column });
  };
  return { position, moveTo };
}

function positionOf(entries: readonly Entry[], { key, row, column }: Place): GridPosition {
  if (key === null || entries.length === 0) return { row: -1, column };
  const found = entries.findIndex((entry) => entry.key === key);
  return { row: found < 0 ? Math.min(row, entries.length - 1) : found, column };
}
