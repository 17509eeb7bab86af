import { fireEvent, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { stubLayout } from "@/testing/layout";
import { listing, names, object, open, page, row, selected } from "./testing/browser";

const five = ["a", "b", "c", "d", "e"].map((name) => object(name, 400_000_000));

beforeEach(() => {
  vi.restoreAllMocks();
  stubLayout();
  listing({ "": page(five, { prefixes: ["p/"] }) });
});

async function openList() {
  open();
  await row(/^a/);
  return userEvent.setup();
}
const clickOn = async (user: ReturnType<typeof userEvent.setup>, name: string) =>
  user.click(within(await row(new RegExp(`^${name}`))).getByText("400.0 MB"));

test("a click selects one row, and says how many and how much", async () => {
  const user = await openList();
  await clickOn(user, "b");
  await clickOn(user, "c");
  expect(selected()).toEqual(["c"]);
  expect(screen.getByText("1개 선택됨 · 400.0 MB")).toBeVisible();
});

test("Ctrl adds and takes away, Shift takes the range, both together add it", async () => {
  const user = await openList();
  await clickOn(user, "a");
  await user.keyboard("{Control>}");
  await clickOn(user, "c");
  await user.keyboard("{/Control}{Shift>}");
  await clickOn(user, "e");
  expect(selected()).toEqual(["c", "d", "e"]);
  expect(screen.getByText("3개 선택됨 · 1.2 GB")).toBeVisible();
  await user.keyboard("{Control>}");
  await clickOn(user, "b");
  expect(selected()).toEqual(["b", "c", "d", "e"]);
  await user.keyboard("{/Shift}");
  await clickOn(user, "d");
  expect(selected()).toEqual(["b", "c", "e"]);
  await user.keyboard("{/Control}");
});

test("a checkbox adds to what is selected; the header's takes all and gives all back", async () => {
  const user = await openList();
  await user.click(screen.getByRole("checkbox", { name: "b" }));
  await user.click(screen.getByRole("checkbox", { name: "d" }));
  expect(selected()).toEqual(["b", "d"]);
  const every = screen.getByRole("checkbox", { name: "불러온 항목 모두 선택" });
  expect(every).toHaveAttribute("aria-checked", "mixed");
  await user.click(every);
  expect(selected()).toEqual(["p/", "a", "b", "c", "d", "e"]);
  expect(every).toBeChecked();
  await user.click(every);
  expect(selected()).toEqual([]);
});

test("a finger's tap adds or takes away", async () => {
  await openList();
  for (const name of [/^a/, /^c/, /^a/]) {
    const tap = new PointerEvent("click", { pointerType: "touch", bubbles: true });
    fireEvent(within(await row(name)).getByText("400.0 MB"), tap);
  }
  expect(selected()).toEqual(["c"]);
});

test("a prefix is selected beside its name, which still walks in, and is counted apart", async () => {
  const user = await openList();
  expect(screen.getByRole("grid")).toHaveAttribute("aria-multiselectable", "true");
  const [, , size] = within(await row(/^p\//)).getAllByRole("gridcell");
  await user.click(size ?? document.body);
  expect(selected()).toEqual(["p/"]);
  expect(screen.getByText("경로 1개 선택됨")).toBeVisible();
  await user.keyboard("{Control>}");
  await clickOn(user, "b");
  await user.keyboard("{/Control}");
  expect(screen.getByText("파일 1개(400.0 MB), 경로 1개 선택됨")).toBeVisible();
});

test("Shift with a click on a prefix's name takes the rows up to it, and opens nothing", async () => {
  const user = await openList();
  await clickOn(user, "b");
  await user.keyboard("{Shift>}");
  await user.click(screen.getByRole("link", { name: "p/" }));
  await user.keyboard("{/Shift}");
  expect(selected()).toEqual(["p/", "a", "b"]);
});

test("a finger opens a prefix by its row and selects it by its box", async () => {
  await openList();
  const box = screen.getByRole("checkbox", { name: "p/" });
  fireEvent(box, new PointerEvent("click", { pointerType: "touch", bubbles: true }));
  expect(selected()).toEqual(["p/"]);
  listing({ "p/": page([object("p/z")]) });
  const tap = new PointerEvent("click", { pointerType: "touch", bubbles: true, cancelable: true });
  fireEvent(screen.getByRole("link", { name: "p/" }), tap);
  await row(/^z/);
});

test("Space, Shift with arrows and Ctrl+A select by keyboard; Escape clears", async () => {
  const user = await openList();
  screen.getByRole("grid").focus();
  await user.keyboard("{ArrowDown}{ArrowDown}{ArrowDown} ");
  expect(selected()).toEqual(["b"]);
  await user.keyboard("{Shift>}{ArrowDown}{ArrowDown}{ArrowUp}{/Shift}");
  expect(selected()).toEqual(["b", "c"]);
  await user.keyboard("{ArrowDown}{ArrowDown}{Shift>}{ArrowUp}{/Shift}");
  expect(selected()).toEqual(["d", "e"]);
  await user.keyboard("{Home} {Shift>}{ArrowDown}{/Shift}");
  expect(selected()).toEqual(["p/", "a"]);
  await user.keyboard("{Control>}a{/Control}");
  expect(selected()).toHaveLength(6);
  await user.keyboard("{Escape}");
  expect(selected()).toEqual([]);
  expect(screen.queryByRole("button", { name: "선택 해제" })).toBeNull();
});

test("all that are loaded is said to be no more than that", async () => {
  listing({ "": page(five, { nextCursor: "2" }) });
  const user = await openList();
  await user.keyboard("{Control>}a{/Control}");
  expect(screen.getByText("불러온 5개 모두 선택됨 · 2.0 GB")).toBeVisible();
});

test("all that are loaded, prefixes among them, are said to be no more than that", async () => {
  listing({ "": page(five, { prefixes: ["p/"], nextCursor: "2" }) });
  const user = await openList();
  await user.keyboard("{Control>}a{/Control}");
  expect(screen.getByText("불러온 파일 5개(2.0 GB), 경로 1개 모두 선택됨")).toBeVisible();
});

test("what the filter hides stays selected and is counted apart", async () => {
  const user = await openList();
  await user.keyboard("{Control>}a{/Control}/b");
  const said = "파일 5개(2.0 GB), 경로 1개 선택됨 · 5개는 필터에 가려짐";
  expect(await screen.findByText(said)).toBeVisible();
});

test("a selection outlives a refresh without what vanished", async () => {
  const user = await openList();
  await user.keyboard("{Control>}a{/Control}");
  listing({ "": page(five.slice(1)) });
  await user.click(screen.getByRole("button", { name: "새로고침" }));
  expect(await screen.findByText("4개 선택됨 · 1.6 GB")).toBeVisible();
  listing({ "": page(five) });
  await user.click(screen.getByRole("button", { name: "새로고침" }));
  await row(/^a/);
  expect(selected()).toEqual(["b", "c", "d", "e"]);
});

test("a selection ends where the place does", async () => {
  listing({ "": page(five, { prefixes: ["p/"] }), "p/": page([object("p/z")]) });
  const user = await openList();
  await user.click(screen.getByRole("checkbox", { name: "a" }));
  await user.click(screen.getByRole("link", { name: /p/ }));
  await row(/^z/);
  expect(selected()).toEqual([]);
  await user.click(screen.getByRole("link", { name: "demo" }));
  await row(/^a/);
  expect(selected()).toEqual([]);
  expect(names()[0]).toBe("p/");
});
