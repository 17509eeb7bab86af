import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse } from "msw";
import { useState } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { on, problem } from "@/testing/handlers";
import { setWide } from "@/testing/matchMedia";
import { denied, effective, policyReport, unknown } from "@/testing/permissions";
import { renderWith } from "@/testing/renderWith";
import { server } from "@/testing/server";
import { Permissions, type PermissionsView } from "./Permissions";
import type { Place } from "./useEffective";

const root = { bucket: "demo-reports", prefix: "" };
const inbox = { bucket: "demo-reports", prefix: "inbox/" };

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn();
});

function setup({ places = [root, inbox] as readonly Place[], locale = "ko" as const } = {}) {
  const Page = () => {
    const [shown, setShown] = useState(places);
    const [view, setView] = useState<PermissionsView>("matrix");
    return (
      <Permissions
        places={shown}
        onPlaces={setShown}
        view={view}
        onView={setView}
        hrefOf={({ bucket, prefix }) => `/b/${bucket}?prefix=${prefix}`}
        corsHrefOf={(bucket) => `/b/${bucket}/cors`}
        bucketNames={["demo-photos", "demo-reports"]}
      />
    );
  };
  renderWith(<Page />, { locale });
  return userEvent.setup();
}

function answer(...given: Parameters<typeof effective>) {
  const [bucket, prefix] = given;
  return on("get", "/api/permissions/effective", ({ request }) => {
    const { searchParams } = new URL(request.url);
    if (searchParams.get("bucket") !== bucket || searchParams.get("prefix") !== prefix) return;
    return HttpResponse.json(effective(...given));
  });
}

const cell = (name: string) => screen.findByRole("button", { name });

test("each cell says its verdict in words, with the action and the place for screen readers", async () => {
  server.use(answer("demo-reports", "inbox/", { "s3:GetObject": denied, "s3:PutObject": unknown }));
  setup();
  expect(await cell("허용, 파일 다운로드, demo-reports/")).toHaveTextContent("허용");
  expect(await cell("거부, 파일 다운로드, demo-reports/inbox/")).toHaveTextContent("거부");
  expect(await cell("모름, 파일 업로드, demo-reports/inbox/")).toHaveTextContent("모름");
});

test("a chosen cell tells why, how that is known and which permissions would tell more", async () => {
  server.use(answer("demo-reports", "inbox/", { "s3:PutObject": unknown }));
  const user = setup();
  const chosen = await cell("모름, 파일 업로드, demo-reports/inbox/");
  expect(chosen).toHaveAccessibleDescription(/정책을 읽지 못해서/);
  await user.click(chosen);
  const details = screen.getByRole("region", { name: "파일 업로드" });
  expect(details).toHaveTextContent("demo-reports/inbox/");
  expect(details).toHaveTextContent("정책을 읽지 못해서");
  await user.click(within(details).getByRole("button", { name: "필요한 권한 복사" }));
  expect(await navigator.clipboard.readText()).toBe("iam:ListAttachedUserPolicies");
});

test("the arrow keys walk through the cells, over the headings of groups", async () => {
  const user = setup();
  const first = await cell("허용, 파일 목록 보기, demo-reports/");
  first.focus();
  await user.keyboard("{ArrowDown}{ArrowDown}");
  expect(await cell("허용, 파일 다운로드, demo-reports/")).toHaveFocus();
  await user.keyboard("{ArrowRight}");
  expect(await cell("허용, 파일 다운로드, demo-reports/inbox/")).toHaveFocus();
  expect(screen.getByRole("region", { name: "파일 다운로드" })).toBeVisible();
  await user.keyboard("{ArrowRight}{ArrowUp}{ArrowUp}{ArrowUp}");
  expect(await cell("허용, 파일 목록 보기, demo-reports/inbox/")).toHaveFocus();
});

test("the Tab key enters the matrix at one cell only", async () => {
  setup();
  await cell("허용, 파일 목록 보기, demo-reports/inbox/");
  const cells = screen.getAllByRole("button", { name: /^허용/ });
  expect(cells.filter((one) => one.tabIndex === 0)).toHaveLength(1);
});

test("from a verdict to its statement: the policy opens and the statement has the focus", async () => {
  const user = setup();
  await user.click(await cell("허용, 파일 다운로드, demo-reports/"));
  await user.click(await screen.findByRole("button", { name: "명령문 보기" }));
  expect(screen.getByRole("tab", { name: "정책", selected: true })).toBeVisible();
  const policy = screen.getByRole("button", { name: /Readers/ });
  expect(policy).toHaveAttribute("aria-expanded", "true");
  expect(screen.getByRole("heading", { name: /ReadAll/ }).closest("li")).toHaveFocus();
});

test("encryption has rows only where a bucket has a key", async () => {
  server.use(answer("demo-reports", "inbox/", { "kms:Decrypt": denied }));
  setup({ places: [root] });
  await cell("허용, 파일 다운로드, demo-reports/");
  expect(screen.queryByText("암호화된 파일 열기")).toBeNull();
});

test("a place that failed says so and can be asked again; the others are there", async () => {
  let isBroken = true;
  server.use(
    on("get", "/api/permissions/effective", ({ request }) => {
      const isInbox = new URL(request.url).searchParams.get("prefix") === "inbox/";
      return isInbox && isBroken ? problem("aws_throttled", 503) : undefined;
    }),
  );
  const user = setup();
  const failure = await screen.findByRole("region", { name: "demo-reports/inbox/" });
  expect(failure).toHaveTextContent("AWS가 요청을 잠시 제한하고 있어요");
  expect(await cell("허용, 파일 다운로드, demo-reports/")).toBeVisible();
  isBroken = false;
  await user.click(within(failure).getByRole("button", { name: "다시 시도" }));
  expect(await cell("허용, 파일 다운로드, demo-reports/inbox/")).toBeVisible();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("places are added by bucket and path, and taken out", async () => {
  const user = setup({ places: [root] });
  await user.type(await screen.findByRole("textbox", { name: "경로 (선택)" }), "2026/{Enter}");
  expect(await cell("허용, 파일 다운로드, demo-reports/2026/")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "demo-reports/ 빼기" }));
  expect(screen.queryByRole("button", { name: /demo-reports\/$/ })).toBeNull();
  await user.click(screen.getByRole("button", { name: "demo-reports/2026/ 빼기" }));
  expect(screen.getByText("확인할 위치를 골라 주세요")).toBeVisible();
});

test("refreshing has the server read policies and places anew", async () => {
  const asked: string[] = [];
  const note = ({ request }: { request: Request }) => {
    const { pathname, searchParams } = new URL(request.url);
    asked.push(
      `${pathname} ${searchParams.get("prefix") ?? ""} ${searchParams.get("refresh") ?? ""}`,
    );
    return undefined;
  };
  server.use(
    on("get", "/api/permissions/effective", note),
    on("get", "/api/permissions/policies", note),
  );
  const user = setup();
  await cell("허용, 파일 다운로드, demo-reports/inbox/");
  asked.length = 0;
  await user.click(screen.getByRole("button", { name: "권한 새로고침" }));
  await waitFor(() => {
    expect(asked.sort()).toEqual([
      "/api/permissions/effective  true",
      "/api/permissions/effective inbox/ true",
      "/api/permissions/policies  true",
    ]);
  });
});

test("on a phone one place shows at a time, and a row opens to its reason", async () => {
  setWide(false);
  server.use(answer("demo-reports", "inbox/", { "s3:DeleteObject": denied }));
  const user = setup();
  expect(await screen.findByRole("combobox", { name: "위치" })).toHaveValue("demo-reports/inbox/");
  await user.click(await screen.findByRole("button", { name: /파일 삭제.*거부/ }));
  expect(screen.getByText(/s3:DeleteObject 작업을 허용하는 정책이 없어요/)).toBeVisible();
  await user.selectOptions(screen.getByRole("combobox", { name: "위치" }), "demo-reports/");
  expect(await screen.findByRole("button", { name: /파일 삭제.*허용/ })).toBeVisible();
});

test("what could not be read at several places is told once, with the action that was refused", async () => {
  const unreadable = [
    {
      source: "bucket-policy" as const,
      name: "demo-reports",
      action: "s3:GetBucketPolicy",
      code: "access_denied" as const,
      detail: "",
    },
  ];
  server.use(
    on("get", "/api/permissions/effective", () =>
      HttpResponse.json({ ...effective("demo-reports", ""), unreadable }),
    ),
  );
  setup();
  const section = await screen.findByRole("region", { name: "읽지 못한 것" });
  expect(within(section).getAllByRole("listitem")).toHaveLength(1);
  expect(section).toHaveTextContent("버킷 demo-reports의 정책s3:GetBucketPolicy 권한 없음");
});

test("whose permissions they are stands on top", async () => {
  setup();
  expect(await screen.findByText("arn:aws:iam::123456789012:user/lee")).toBeVisible();
  expect(screen.getByText(/1234-5678-9012/)).toBeVisible();
});

test.each([
  ["root", false, /IAM 정책의 제한을 받지 않아요/],
  ["federated", true, /연합 사용자의 정책은 IAM에서 읽을 수 없어요/],
  ["role", true, /세션 정책이 권한을 더 좁혔을 수 있어요/],
] as const)("what is special about %s is said", async (kind, sessionPolicyPossible, note) => {
  const subject = { ...policyReport.subject, kind, sessionPolicyPossible };
  server.use(
    on("get", "/api/permissions/policies", () => HttpResponse.json({ ...policyReport, subject })),
  );
  setup();
  expect(await screen.findByText(note)).toBeVisible();
});

test.each(["wide", "narrow"])("on a %s window, an unknown deletion can be tried", async (width) => {
  setWide(width === "wide");
  server.use(
    answer("demo-reports", "inbox/", { "s3:DeleteObject": { ...unknown, triable: true } }),
    on("post", "/api/permissions/try", () =>
      HttpResponse.json(effective("demo-reports", "inbox/")),
    ),
  );
  const user = setup({ places: [inbox] });
  await user.click(await screen.findByRole("button", { name: /파일 삭제.*/ }));
  await user.click(screen.getByRole("button", { name: "권한 확인해 보기" }));
  expect(await screen.findByText("확인했어요. 여기에서 삭제할 수 있어요.")).toHaveFocus();
  expect(screen.getByRole("button", { name: /파일 삭제.*/ })).toHaveTextContent("허용");
});
