import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { Button } from "./Button";

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
