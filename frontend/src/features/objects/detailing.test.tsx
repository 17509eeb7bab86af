import { fireEvent, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { stubLayout } from "@/testing/layout";
import { heard, listing, object, open, page, row, selected } from "./testing/browser";

beforeEach(() => {
  vi.restoreAllMocks();
  stubLayout();
  heard.onDetails.mockReset();
  listing({ "": page([object("a"), object("b")], { prefixes: ["p/"] }) });
});

test("a file's button asks for its details and selects nothing; a prefix has none", async () => {
  open();
  const file = await row(/^b/);
  await userEvent.click(within(file).getByRole("button", { name: "자세히 보기" }));
  expect(heard.onDetails).toHaveBeenCalledExactlyOnceWith("b");
  expect(selected()).toEqual([]);
  expect(within(await row(/^p/)).queryByRole("button")).toBeNull();
});

test("Enter and i ask for the details of the row in hand, also on a Korean keyboard", async () => {
  open();
  await row(/^b/);
  screen.getByRole("grid").focus();
  await userEvent.keyboard("{ArrowDown}{ArrowDown}{Enter}");
  await userEvent.keyboard("{ArrowDown}i");
  fireEvent.keyDown(document.activeElement ?? document.body, { key: "ㅑ", code: "KeyI" });
  expect(heard.onDetails.mock.calls).toEqual([["a"], ["b"], ["b"]]);
});

test("i means no row while the focus is elsewhere, and no prefix", async () => {
  open();
  await row(/^b/);
  screen.getByRole("grid").focus();
  await userEvent.keyboard("{ArrowDown}i{ArrowDown}");
  screen.getByRole("button", { name: "업로드" }).focus();
  await userEvent.keyboard("i");
  expect(heard.onDetails).not.toHaveBeenCalled();
});

test("the row whose details are open is the current one", async () => {
  open({ detailsKey: "b" });
  expect(await row(/^b/)).toHaveAttribute("aria-current", "true");
  expect(await row(/^a/)).not.toHaveAttribute("aria-current");
});
