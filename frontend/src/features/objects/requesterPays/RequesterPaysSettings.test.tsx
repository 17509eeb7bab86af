import { act, renderHook, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderWith } from "@/testing/renderWith";
import { RequesterPaysSettings } from "./RequesterPaysSettings";
import { useRequesterPays } from "./useRequesterPays";

function agreeAs(owner: string, ...buckets: string[]) {
  const { result } = renderHook(() => useRequesterPays(owner));
  for (const bucket of buckets) {
    act(() => {
      result.current.agree(bucket);
    });
  }
  return result;
}

test("each bucket that somebody pays for is listed once, and can be given up", async () => {
  const lee = agreeAs("arn:lee", "logs.example", "genomes", "logs.example");
  renderWith(<RequesterPaysSettings owner="arn:lee" />);
  expect(screen.getAllByRole("listitem")).toHaveLength(2);
  await userEvent.click(screen.getByRole("button", { name: "genomes 요청자 지불 해제" }));
  expect(within(screen.getByRole("list")).getByRole("listitem")).toHaveTextContent("logs.example");
  expect(lee.current.buckets).toEqual(["logs.example"]);
  await userEvent.click(screen.getByRole("button", { name: "logs.example 요청자 지불 해제" }));
  expect(screen.getByText("요청자 지불로 연 버킷이 없어요.")).toBeVisible();
});

test("what one account has agreed to, another has not", () => {
  agreeAs("arn:lee", "genomes");
  expect(agreeAs("arn:kim").current.buckets).toEqual([]);
  expect(agreeAs("arn:lee").current.buckets).toEqual(["genomes"]);
});
