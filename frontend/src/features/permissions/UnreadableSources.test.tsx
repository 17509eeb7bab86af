import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { policyReport } from "@/testing/permissions";
import { renderWith } from "@/testing/renderWith";
import { UnreadableSources } from "./UnreadableSources";
import type { UnreadableSource } from "./usePolicies";

const boundary = policyReport.unreadable.slice(0, 1);
/** No permission would help: the document has a form that the server does not know. */
const odd: UnreadableSource = {
  source: "document",
  name: "Odd",
  action: "",
  code: "policy_not_shown",
  detail: "",
};

test("the actions that are lacking can be copied, and only those", async () => {
  const user = userEvent.setup();
  renderWith(<UnreadableSources sources={[...boundary, odd]} />);
  await user.click(screen.getByRole("button", { name: "권한 이름 모두 복사" }));
  expect(await navigator.clipboard.readText()).toBe("iam:GetUser");
});

test("where no permission would help, none is named or offered to copy", () => {
  renderWith(<UnreadableSources sources={[odd]} />);
  expect(screen.getByRole("listitem")).toHaveTextContent("Odd");
  expect(screen.getByText("정책을 전부 보여 주지 못해요")).toBeVisible();
  expect(screen.queryAllByRole("code")).toEqual([]);
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.queryByText(/아래 권한을 받으면/)).toBeNull();
});
