import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntlProvider } from "use-intl";
import { beforeEach, expect, test, vi } from "vitest";
import ko from "@/locales/ko.json";
import { Crash } from "./Crash";
import { ErrorBoundary } from "@/ui/ErrorBoundary";

let failure: Error | null;

function Fragile() {
  if (failure !== null) throw failure;
  return <p>파일 목록</p>;
}

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});

function draw() {
  render(
    <IntlProvider locale="ko" messages={ko} timeZone="UTC">
      <ErrorBoundary fallback={Crash}>
        <Fragile />
      </ErrorBoundary>
    </IntlProvider>,
  );
}

test("a page that cannot be drawn says what it means, and can be drawn again", async () => {
  failure = new Error("boom");
  draw();
  expect(screen.getByRole("alert")).toHaveTextContent("화면을 그리다가 오류가 났어요");
  failure = null;
  await userEvent.click(screen.getByRole("button", { name: "다시 시도" }));
  expect(screen.getByText("파일 목록")).toBeVisible();
});

test("a chunk that could not be fetched asks for a reload", () => {
  failure = new TypeError("Failed to fetch dynamically imported module: /assets/Shell.js");
  draw();
  expect(screen.getByRole("alert")).toHaveTextContent("화면의 일부를 불러오지 못했어요");
  expect(screen.getByRole("button", { name: "새로고침" })).toBeVisible();
});
