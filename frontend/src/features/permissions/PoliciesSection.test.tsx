import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { policyReport } from "@/testing/permissions";
import { renderWith } from "@/testing/renderWith";
import { PoliciesSection } from "./PoliciesSection";
import type { PolicyReport } from "./usePolicies";

function setup(report: PolicyReport = policyReport) {
  renderWith(<PoliciesSection report={report} target={null} />);
  return userEvent.setup();
}

const row = (name: RegExp) => screen.getByRole("button", { name });

test("each policy says where it comes from, how many statements it has and whether S3 is in it", () => {
  setup();
  expect(row(/Readers/)).toHaveTextContent(/S3.*직접 연결.*명령문 2개/);
  expect(row(/Orders/)).toHaveTextContent(/그룹 shop의 인라인.*명령문 1개/);
  expect(row(/Orders/)).not.toHaveTextContent("S3");
});

test("an opened policy reads as sentences: exceptions and conditions too", async () => {
  const user = setup();
  await user.click(row(/Readers/));
  const deny = screen.getByRole("heading", { name: /2번째 명령문/ }).closest("li");
  expect(deny).toHaveTextContent(/거부.*2번째 명령문/);
  expect(deny).toHaveTextContent(/다음을 뺀 모든 작업s3:Get\*/);
  expect(deny).toHaveTextContent(/다음을 뺀 모든 리소스arn:aws:s3:::demo-reports\/inbox\/\*/);
  expect(deny).toHaveTextContent(
    "aws:SourceIp 주소가 다음 범위 밖이에요: 10.0.0.0/8 또는 192.0.2.0/24 NotIpAddress",
  );
});

test("the document is there as JSON, to be copied as IAM has it", async () => {
  const user = setup();
  await user.click(row(/Readers/));
  await user.click(screen.getByRole("tab", { name: "JSON" }));
  expect(screen.getByText(/"Version": "2012-10-17"/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "JSON 복사" }));
  const copied: unknown = JSON.parse(await navigator.clipboard.readText());
  expect(copied).toEqual(policyReport.policies[0]?.document);
});

test("a search leaves the policies that match and says how many statements do", async () => {
  const user = setup();
  await user.type(screen.getByRole("searchbox"), "sourceip");
  expect(screen.queryByRole("button", { name: /Orders/ })).toBeNull();
  expect(row(/Readers/)).toHaveTextContent("일치 1개");
  expect(screen.getByText("정책 2개 중 1개")).toBeVisible();
  await user.click(row(/Readers/));
  expect(screen.getAllByText("찾는 말과 일치")).toHaveLength(1);
});

test("only what is about S3 can be shown; a search without a match offers the way back", async () => {
  const user = setup();
  await user.click(screen.getByRole("checkbox", { name: "S3 관련만" }));
  expect(screen.queryByRole("button", { name: /Orders/ })).toBeNull();
  await user.type(screen.getByRole("searchbox"), "sqs");
  expect(screen.getByText("찾는 정책이 없어요")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "찾기 지우기" }));
  expect(row(/Orders/)).toBeVisible();
});

test("what could not be read is listed with the action that was refused", () => {
  setup();
  const section = screen.getByRole("region", { name: "읽지 못한 것" });
  expect(within(section).getByRole("listitem")).toHaveTextContent("권한 경계iam:GetUser 권한 없음");
});

test("a policy whose document could not be read is there and says so", async () => {
  const [policy] = policyReport.policies;
  if (policy === undefined) throw new Error("no policy");
  const blank = { ...policy, statements: [], document: null };
  const user = setup({ ...policyReport, policies: [blank] });
  expect(row(/Readers/)).toHaveTextContent("내용을 읽지 못함");
  await user.click(row(/Readers/));
  expect(screen.getByText(/내용은 읽지 못했어요/)).toBeVisible();
});

test("no policies at all, and none that could be read, are not the same", () => {
  setup({ ...policyReport, policies: [], unreadable: [] });
  expect(screen.getByText("연결된 정책이 없어요")).toBeVisible();
  setup({ ...policyReport, policies: [] });
  expect(screen.getByText("읽을 수 있는 정책이 없어요")).toBeVisible();
});
