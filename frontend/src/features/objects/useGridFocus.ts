/** Carries the focus from cell to cell as the keys say, also to rows that are out of sight. */
import {
  useLayoutEffect,
  useRef,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from "react";
import { moveInGrid, type GridExtent, type GridPosition } from "./gridKeys";
import type { ActiveCell } from "./useActiveCell";

export interface GridFocusOptions extends ActiveCell {
  readonly grid: RefObject<HTMLElement | null>;
  readonly extent: () => GridExtent;
  /** Scrolls to a row, so that it exists. */
  readonly reveal: (row: number) => void;
  /** Whether the focus goes to the active cell when the grid appears and nothing else has it. */
  readonly takesFocus: boolean;
}

export function useGridFocus(options: GridFocusOptions) {
  const { grid, position, moveTo, extent, reveal, takesFocus } = options;
  const wantsFocus = useRef(takesFocus);

  useLayoutEffect(() => {
    if (document.activeElement !== document.body) wantsFocus.current = false;
  }, []);

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const cell = cellAt(grid.current, position);
    cell?.focus({ preventScroll: true });
    wantsFocus.current = cell == null;
  });

  const focusAt = (to: GridPosition) => {
    if (to.row >= 0) reveal(to.row);
    wantsFocus.current = true;
    moveTo(to);
  };

  /** @returns where the key has led, or null when it was not one of the grid's. */
  const onKeyDown = (event: KeyboardEvent): GridPosition | null => {
    if (event.altKey || event.metaKey) return null;
    const next = moveInGrid(position, event.key, extent());
    if (next === null) return null;
    event.preventDefault();
    // The grid itself may hold the focus: the first key steps onto its cell.
    const to = event.target === grid.current ? position : next;
    focusAt(to);
    return to;
  };

  const onFocus = (event: FocusEvent) => {
    const at = positionAt(event.target);
    if (at !== null && (at.row !== position.row || at.column !== position.column)) moveTo(at);
  };

  return { focusAt, onKeyDown, onFocus };
}

function positionAt(target: EventTarget): GridPosition | null {
  if (!(target instanceof HTMLElement)) return null;
  const column = target.dataset["column"];
  const row = target.closest<HTMLElement>("[data-row]")?.dataset["row"];
  if (row === undefined || column === undefined) return null;
  return { row: Number(row), column: Number(column) };
}

function cellAt(grid: HTMLElement | null, { row, column }: GridPosition) {
  return grid?.querySelector<HTMLElement>(`[data-row="${row}"] [data-column="${column}"]`);
}
