import { expect, test } from "vitest";
import { moveInGrid } from "./gridKeys";

const extent = { rows: 100, columns: 4, pageRows: 10 };
const from = (row: number, key: string, column = 0) => moveInGrid({ row, column }, key, extent);

test("arrows move by one row or column and stop at the edges", () => {
  expect(from(5, "ArrowDown")).toEqual({ row: 6, column: 0 });
  expect(from(99, "ArrowDown")).toEqual({ row: 99, column: 0 });
  expect(from(5, "ArrowRight", 3)).toEqual({ row: 5, column: 3 });
  expect(from(5, "ArrowLeft", 3)).toEqual({ row: 5, column: 2 });
});

test("up from the first row leads to the header", () => {
  expect(from(0, "ArrowUp", 2)).toEqual({ row: -1, column: 2 });
  expect(from(-1, "ArrowDown", 2)).toEqual({ row: 0, column: 2 });
});

test("pages, home and end stay within the rows", () => {
  expect(from(5, "PageUp")).toEqual({ row: 0, column: 0 });
  expect(from(95, "PageDown")).toEqual({ row: 99, column: 0 });
  expect(from(50, "Home")).toEqual({ row: 0, column: 0 });
  expect(from(50, "End")).toEqual({ row: 99, column: 0 });
});

test("an empty grid has only its header to stand on", () => {
  expect(moveInGrid({ row: -1, column: 0 }, "End", { ...extent, rows: 0 })?.row).toBe(-1);
});

test("other keys are not the grid's", () => {
  expect(from(5, "a")).toBeNull();
});
