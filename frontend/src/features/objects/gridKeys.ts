/** The keyboard of the grid: where the focus goes from a cell when a key is pressed. */

/** Row -1 is the header. */
export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

export interface GridExtent {
  readonly rows: number;
  readonly columns: number;
  /** Rows that PageUp and PageDown pass. */
  readonly pageRows: number;
}

/** The new position, or null when the key is not one of the grid's. */
export function moveInGrid(
  { row, column }: GridPosition,
  key: string,
  { rows, columns, pageRows }: GridExtent,
): GridPosition | null {
  const atRow = (wanted: number, first = 0) => ({
    row: Math.max(Math.min(wanted, rows - 1), Math.min(first, rows - 1)),
    column,
  });
  switch (key) {
    case "ArrowDown":
      return atRow(row + 1);
    case "ArrowUp":
      return atRow(row - 1, -1);
    case "PageDown":
      return atRow(row + pageRows);
    case "PageUp":
      return atRow(row - pageRows);
    case "Home":
      return atRow(0);
    case "End":
      return atRow(rows - 1);
    case "ArrowRight":
      return { row, column: Math.min(column + 1, columns - 1) };
    case "ArrowLeft":
      return { row, column: Math.max(column - 1, 0) };
    default:
      return null;
  }
}
