/** The one cell of the grid that Tab reaches. */
import { useMemo, useState } from "react";
import type { Entry } from "./entry";
import type { GridPosition } from "./gridKeys";

/** By key, so that it stays with its row when rows come in above; null is the header. */
interface Place {
  readonly key: string | null;
  readonly column: number;
}

export interface ActiveCell {
  readonly position: GridPosition;
  readonly moveTo: (position: GridPosition) => void;
}

/** Begins at `initialKey`, or at the first row where there is no such key. */
export function useActiveCell(entries: readonly Entry[], initialKey: string | null): ActiveCell {
  const [place, setPlace] = useState<Place>({ key: initialKey ?? "", column: 0 });
  const position = useMemo(() => positionOf(entries, place), [entries, place]);
  const moveTo = ({ row, column }: GridPosition) => {
    setPlace({ key: row < 0 ? null : (entries[row]?.key ?? null), column });
  };
  return { position, moveTo };
}

function positionOf(entries: readonly Entry[], { key, column }: Place): GridPosition {
  if (key === null || entries.length === 0) return { row: -1, column };
  return {
    row: Math.max(
      0,
      entries.findIndex((entry) => entry.key === key),
    ),
    column,
  };
}
