/** What a click, Space and Shift with an arrow choose in the grid. */
import type { KeyboardEvent, MouseEvent } from "react";
import type { Entry } from "./entry";
import { ranged, toggled, only, type Selection } from "./selection";

export interface RowChoiceOptions {
  readonly entries: readonly Entry[];
  /** The row in hand; -1 is the header. */
  readonly activeRow: number;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
}

export function useRowChoice({ entries, activeRow, selection, onSelect }: RowChoiceOptions) {
  const extendTo = (row: number, adds = false, begun = selection) => {
    if (row < 0 || row >= entries.length) return;
    onSelect(ranged(begun, entries, { from: activeRow, to: row, adds }));
  };

  /** Shift and an arrow: goes on with the range in hand, or begins one where the focus stood. */
  const walkTo = (row: number) => {
    const goesOn = selection.chosen.has(entries[activeRow]?.key ?? "");
    extendTo(row, false, goesOn ? selection : { ...selection, anchor: null });
  };

  const onClick = (event: MouseEvent) => {
    const row = rowOf(event.target);
    const entry = entries[row];
    if (entry === undefined) return;
    const isChord = event.ctrlKey || event.metaKey;
    if (event.shiftKey) extendTo(row, isChord);
    else if (isChord || isBox(event.target) || isTouch(event)) onSelect(toggled(selection, entry));
    else onSelect(only(entry));
  };

  /** @returns whether the key was one that chooses. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (event.key !== " " || event.altKey || activeRow < 0) return false;
    event.preventDefault();
    const entry = entries[activeRow];
    if (entry === undefined) return true;
    if (event.shiftKey) extendTo(activeRow);
    else onSelect(toggled(selection, entry));
    return true;
  };

  return { walkTo, onClick, onKeyDown };
}

/** The row that something on the page belongs to; -1 is the header or none. */
export function rowOf(target: EventTarget): number {
  const row = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
  return Number(row?.dataset["row"] ?? -1);
}

function isBox(target: EventTarget): boolean {
  return target instanceof Element && target.closest("[data-box]") !== null;
}

/** A finger has no keys to hold: each tap adds or takes away. */
function isTouch({ nativeEvent }: MouseEvent): boolean {
  return nativeEvent instanceof PointerEvent && nativeEvent.pointerType === "touch";
}
