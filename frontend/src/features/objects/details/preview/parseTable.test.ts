import { expect, test } from "vitest";
import { columnLimit, parseTable, rowLimit } from "./parseTable";

const lines = (count: number) => Array.from({ length: count }, (_, at) => `${at},x`).join("\n");

test("quotes, line ends within them and other delimiters are understood", () => {
  const table = parseTable('a;b\r\n"x;\ny";2\r\n', false);
  expect(table.header).toEqual(["a", "b"]);
  expect(table.rows).toEqual([["x;\ny", "2"]]);
  expect(table.hasMoreRows).toBe(false);
  expect(parseTable("a\tb\n1\t2", false).header).toEqual(["a", "b"]);
});

test("after two hundred rows it stops and says so, and only then", () => {
  const full = parseTable(`n,v\n${lines(rowLimit)}`, false);
  expect(full.rows).toHaveLength(rowLimit);
  expect(full.hasMoreRows).toBe(false);
  const longer = parseTable(`n,v\n${lines(rowLimit + 1)}`, false);
  expect(longer.rows).toHaveLength(rowLimit);
  expect(longer.hasMoreRows).toBe(true);
});

test("a row that the limit of bytes cut through is left out", () => {
  const table = parseTable("n,v\n1,one\n2,tw", true);
  expect(table.rows).toEqual([["1", "one"]]);
  expect(table.hasMoreRows).toBe(true);
});

test("very wide rows keep their first columns, and say so", () => {
  const wide = Array.from({ length: columnLimit + 1 }, (_, at) => at).join(",");
  const table = parseTable(`${wide}\n${wide}`, false);
  expect(table.rows[0]).toHaveLength(columnLimit);
  expect(table.hasMoreColumns).toBe(true);
});
