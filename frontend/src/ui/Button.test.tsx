import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { Button } from "./Button";

test("a button that cannot work keeps its place for the keyboard, does nothing and says why", async () => {
  const onPress = vi.fn();
  render(
    <Button onPress={onPress} disabledReason="삭제 권한이 없어요">
      삭제
    </Button>,
  );
  await act(() => vi.dynamicImportSettled());
  const user = userEvent.setup();
  await user.tab();
  const button = screen.getByRole("button", { name: "삭제" });
  expect(button).toHaveAttribute("aria-disabled", "true");
  expect(await screen.findByRole("tooltip")).toHaveTextContent("삭제 권한이 없어요");
  expect(button).toHaveFocus();
  expect(button).toHaveAccessibleDescription("삭제 권한이 없어요");
  await user.keyboard("{Enter}");
  expect(onPress).not.toHaveBeenCalled();
});

test("a busy button keeps its name and ignores presses", async () => {
  const onPress = vi.fn();
  render(
    <Button onPress={onPress} isPending>
      등록
    </Button>,
  );
  await userEvent.click(screen.getByRole("button", { name: "등록" }));
  expect(onPress).not.toHaveBeenCalled();
});
