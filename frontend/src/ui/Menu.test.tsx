import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { Button } from "./Button";
import { ChoiceMenu } from "./ChoiceMenu";
import { MenuTrigger } from "./Menu";

const onChange = vi.fn();

beforeEach(async () => {
  onChange.mockClear();
  render(
    <>
      <MenuTrigger>
        <Button>테마</Button>
        <ChoiceMenu
          label="화면 테마"
          value="light"
          options={["system", "light", "dark"].map((value) => ({ value, label: value }))}
          onChange={onChange}
        />
      </MenuTrigger>
      <button type="button">다음</button>
    </>,
  );
  await userEvent.tab();
  await userEvent.keyboard("{Enter}");
});

const item = (name: string) => screen.getByRole("menuitemradio", { name });

test("a menu opens at the chosen item, and the arrow keys go around its ends", async () => {
  expect(item("light")).toHaveFocus();
  expect(item("light")).toBeChecked();
  expect(item("dark")).not.toBeChecked();
  await userEvent.keyboard("{ArrowDown}");
  expect(item("dark")).toHaveFocus();
  await userEvent.keyboard("{ArrowDown}");
  expect(item("system")).toHaveFocus();
  await userEvent.keyboard("{ArrowUp}");
  expect(item("dark")).toHaveFocus();
  await userEvent.keyboard("{Home}");
  expect(item("system")).toHaveFocus();
});

test("Enter chooses and closes, and the focus is back on the button", async () => {
  await userEvent.keyboard("{End}{Enter}");
  expect(onChange).toHaveBeenCalledExactlyOnceWith("dark");
  expect(screen.queryByRole("menu")).toBeNull();
  await vi.waitFor(() => {
    expect(screen.getByRole("button", { name: "테마" })).toHaveFocus();
  });
});

test("Escape closes without choosing", async () => {
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByRole("menu")).toBeNull();
  expect(onChange).not.toHaveBeenCalled();
});
