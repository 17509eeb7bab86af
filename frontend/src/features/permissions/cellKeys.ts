/** The arrow keys walk through the cells of a table that hold a button. */
import type { KeyboardEvent } from "react";

const steps: Readonly<Record<string, { readonly down: number; readonly right: number }>> = {
  ArrowDown: { down: 1, right: 0 },
  ArrowUp: { down: -1, right: 0 },
  ArrowRight: { down: 0, right: 1 },
  ArrowLeft: { down: 0, right: -1 },
};

export function moveThroughCells(event: KeyboardEvent<HTMLTableElement>): void {
  const step = steps[event.key];
  const cell = event.target instanceof Element ? event.target.closest("td") : null;
  if (step === undefined || cell === null || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const { rows } = event.currentTarget;
  const row = cell.closest("tr")?.rowIndex ?? 0;
  // Headings of groups and cells without an answer are stepped over.
  for (let far = 1; far < rows.length + (rows[0]?.cells.length ?? 0); far += 1) {
    const to = rows[row + far * step.down]?.cells[cell.cellIndex + far * step.right];
    const button = to?.querySelector<HTMLElement>("td > button");
    if (button) {
      button.focus();
      return;
    }
  }
}
