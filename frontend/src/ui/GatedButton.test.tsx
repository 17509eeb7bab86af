import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { GatedButton } from "./GatedButton";

const onPress = vi.fn();

beforeEach(() => {
  onPress.mockReset();
});

const off = (reason: string | null) => (
  <GatedButton onPress={onPress} disabledReason={reason} disabledMore={<a href="/more">more</a>}>
    삭제
  </GatedButton>
);
const button = () => screen.getByRole("button", { name: "삭제" });

test("a button that is off can be reached, and tells screen readers why", async () => {
  render(off("no permission"));
  await userEvent.tab();
  expect(button()).toHaveFocus();
  expect(button()).toHaveAttribute("aria-disabled", "true");
  expect(button()).toHaveAccessibleDescription("no permission");
});

test("the reason shows on focus and on hover", async () => {
  render(off("no permission"));
  const user = userEvent.setup();
  await user.tab();
  expect(screen.getByRole("tooltip")).toHaveTextContent("no permission");
  await user.tab();
  expect(screen.queryByRole("tooltip")).toBeNull();
  await user.hover(document.body);
  await user.hover(button());
  expect(await screen.findByRole("tooltip")).toHaveTextContent("no permission");
});

test.each(["click", "Enter"])("%s does nothing but say why and lead on", async (way) => {
  render(off("no permission"));
  if (way === "click") await userEvent.click(button());
  else await userEvent.keyboard("{Tab}{Enter}");
  expect(onPress).not.toHaveBeenCalled();
  const said = await screen.findByRole("dialog", { name: "no permission" });
  expect(said).toBeVisible();
  expect(screen.getByRole("link", { name: "more" })).toBeVisible();
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("it works again, with the focus still on it, once the reason is gone", async () => {
  const { rerender } = render(off("no permission"));
  await userEvent.tab();
  rerender(off(null));
  expect(button()).toHaveFocus();
  expect(button()).not.toHaveAttribute("aria-disabled");
  expect(button()).toHaveAccessibleDescription("");
  await userEvent.keyboard("{Enter}");
  expect(onPress).toHaveBeenCalledOnce();
  expect(screen.queryByRole("tooltip")).toBeNull();
});
