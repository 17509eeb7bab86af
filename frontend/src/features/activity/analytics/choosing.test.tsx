/** How a person is asked about analytics, and how they change their mind. */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { renderWith } from "@/testing/renderWith";
import { AnalyticsSettings } from "./AnalyticsSettings";
import { ConsentBar } from "./ConsentBar";
import { createConsentStore } from "./consent";

test.each([
  ["동의", "agreed"],
  ["동의 안 함", "declined"],
])("the bar says what goes to whom and what does not; %s is %s", async (name, answer) => {
  const onAnswer = vi.fn();
  renderWith(<ConsentBar onAnswer={onAnswer} />);
  const bar = screen.getByRole("region", { name: "사용 통계를 Google에 보내도 될까요?" });
  expect(bar).toHaveTextContent(/버킷의 이름.*개수.*Google\(Firebase Analytics\)/);
  expect(bar).toHaveTextContent(/파일 이름, 경로, 계정, 액세스 키는 보내지 않아요/);
  await userEvent.click(screen.getByRole("button", { name }));
  expect(onAnswer.mock.calls).toEqual([[answer]]);
});

test("the settings show the choice and change it, and say what holds now", async () => {
  const consent = createConsentStore(localStorage, {}, new EventTarget());
  renderWith(<AnalyticsSettings consent={consent} />, { locale: "en" });
  const toggle = screen.getByRole("checkbox", { name: "Send usage counts to Google" });
  expect(toggle).not.toBeChecked();
  expect(screen.getByRole("status")).toHaveTextContent("Nothing is sent.");
  await userEvent.click(toggle);
  expect(consent.get()).toBe("agreed");
  expect(toggle).toBeChecked();
  await userEvent.click(toggle);
  expect(consent.get()).toBe("declined");
  expect(screen.getByRole("status")).toHaveTextContent("Nothing is sent.");
});
