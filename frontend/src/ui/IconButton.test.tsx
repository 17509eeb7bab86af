import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { IconButton } from "./IconButton";

test("the Tab key shows the name as a tooltip; Escape and leaving hide it", async () => {
  render(<IconButton label="새로고침" icon="↻" />);
  const user = userEvent.setup();
  await user.tab();
  expect(screen.getByRole("tooltip")).toHaveTextContent("새로고침");
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("tooltip")).toBeNull();
  await user.tab({ shift: true });
  await user.tab();
  expect(screen.getByRole("tooltip")).toBeVisible();
  await user.tab();
  expect(screen.queryByRole("tooltip")).toBeNull();
});

test("focus that comes back by itself opens no tooltip", async () => {
  render(<IconButton label="화면 테마" icon="◐" />);
  await userEvent.keyboard("{Escape}");
  act(() => {
    screen.getByRole("button").focus();
  });
  expect(screen.getByRole("button")).toHaveFocus();
  expect(screen.queryByRole("tooltip")).toBeNull();
});

test("a tooltip takes no clicks from what lies below it", async () => {
  render(<IconButton label="새로고침" icon="↻" />);
  await userEvent.tab();
  expect(screen.getByRole("tooltip")).toHaveClass("pointer-events-none");
});
