import { expect, test } from "vitest";
import type { Entry } from "./entry";
import { filterEntries } from "./filter";

const named = (name: string): Entry => ({ kind: "prefix", key: `${name}/`, name });
const filtered = (names: string[], typed: string) =>
  filterEntries(names.map(named), typed).map((entry) => entry.name);

test("what is typed may stand anywhere in the name, in any case", () => {
  expect(filtered(["Budget.xlsx", "old-budget.xlsx", "photo.jpg"], "BUDGET")).toEqual([
    "Budget.xlsx",
    "old-budget.xlsx",
  ]);
});

test("a Korean name written in pieces by macOS is found", () => {
  expect(filtered(["보고서.pdf".normalize("NFD")], "보고")).toHaveLength(1);
});

test("blanks alone filter nothing", () => {
  expect(filtered(["a", "b"], "  ")).toEqual(["a", "b"]);
});
