import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { HttpResponse } from "msw";
import { afterEach, expect, test, vi } from "vitest";
import type { TransferView } from "@/transfer/transfers";
import { fakeTransfers, row } from "@/testing/fakeTransfers";
import { on, problem } from "@/testing/handlers";
import { renderWith } from "@/testing/renderWith";
import { server } from "@/testing/server";
import { Unfinished, type UnfinishedProps } from "./Unfinished";
import { has, KIM, upload } from "./testUploads";

afterEach(() => {
  vi.unstubAllGlobals();
});

function open(more: Partial<UnfinishedProps> = {}, ...rows: TransferView[]) {
  const transfers = fakeTransfers(...rows);
  renderWith(
    <Unfinished
      bucket="demo"
      prefix="in/"
      backHref="/b/demo?prefix=in%2F"
      wholeHref="/b/demo/unfinished"
      transfers={transfers}
      refusals={{ resume: null, abort: null, more: <a href="/permissions">permissions</a> }}
      {...more}
    />,
  );
  return transfers;
}

const rowOf = async (name: string) => (await screen.findByText(name)).closest("tr") as HTMLElement;
const button = (name: string) => screen.findByRole("button", { name });

/** What the API is asked to abort. */
function aborts(answer: (key: string) => Response = () => new HttpResponse(null, { status: 204 })) {
  const asked: unknown[] = [];
  server.use(
    on("post", "/api/uploads/abort", async ({ request }) => {
      const body = (await request.json()) as { readonly key: string };
      asked.push(body);
      return answer(body.key);
    }),
  );
  return asked;
}

test("an upload shows what S3 has of it, its age and who began it", async () => {
  has([
    upload("deep/a.mp4", { days: 3 }),
    upload("b.mp4", { ...KIM, size: null, partCount: null }),
  ]);
  open();
  const own = await rowOf("deep/a.mp4");
  expect(within(own).getByText("16.0 MB")).toHaveAttribute("title", "16,000,000바이트");
  expect(own).toHaveTextContent("3일 전");
  expect(within(own).getByText("나")).toHaveAttribute("title", upload("x").initiator);
  const others = await rowOf("b.mp4");
  expect(within(others).getByText("kim@example.com")).toHaveAttribute("title", KIM.initiator);
  expect(within(others).getAllByText(/S3가 알려 주지 않았어요/)).toHaveLength(2);
});

test("the list goes on with its next page", async () => {
  has([upload("a.bin")], [upload("b.bin")]);
  open();
  await userEvent.click(await button("더 보기"));
  await rowOf("b.bin");
  expect(screen.getByText("2개, 올라간 조각 모두 32.0 MB")).toBeVisible();
  expect(screen.queryByRole("button", { name: "더 보기" })).toBeNull();
});

test("an own upload goes on with the file that is picked", async () => {
  has([upload("a.mp4")]);
  const transfers = open();
  const file = new File(["x"], "a.mp4");
  const handle = { getFile: () => Promise.resolve(file) };
  vi.stubGlobal("showOpenFilePicker", () => Promise.resolve([handle]));
  await userEvent.click(await button("a.mp4 이어서 올리기"));
  const leftover = { bucket: "demo", key: "in/a.mp4", uploadId: "id of a.mp4" };
  expect(transfers.continueLeftover).toHaveBeenCalledWith(leftover, { file, handle });
});

test("nothing happens where no file is picked", async () => {
  has([upload("a.mp4")]);
  const transfers = open();
  vi.stubGlobal("showOpenFilePicker", () => Promise.reject(new DOMException("", "AbortError")));
  await userEvent.click(await button("a.mp4 이어서 올리기"));
  expect(transfers.continueLeftover).not.toHaveBeenCalled();
});

test("another's upload cannot be gone on with, and says so", async () => {
  has([upload("a.mp4", KIM)]);
  open();
  const resume = await button("a.mp4 이어서 올리기");
  expect(resume).toHaveAttribute("aria-disabled", "true");
  expect(resume).toHaveAccessibleDescription("내가 시작한 업로드만 이어서 올릴 수 있어요.");
  expect(await button("a.mp4 중단")).not.toHaveAttribute("aria-disabled");
});

test.each([
  ["uploading", null, "올리는 중"],
  ["paused", "person", "전송 목록에서 기다리는 중"],
  ["paused", "other-page", "다른 탭의 전송 목록에 있음"],
] as const)("what is %s (%s) is no leftover", async (status, pausedFor, words) => {
  has([upload("a.mp4"), upload("b.mp4")]);
  open({}, row("1", status, { uploadId: "id of a.mp4", pausedFor }));
  expect(await rowOf("a.mp4")).toHaveTextContent(words);
  expect(screen.queryByRole("button", { name: "a.mp4 중단" })).toBeNull();
  expect(await button("b.mp4 중단")).toBeVisible();
});

test("one upload is aborted once that is confirmed", async () => {
  has([upload("a.mp4"), upload("b.mp4", KIM)]);
  open();
  const asked = aborts();
  await userEvent.click(await button("b.mp4 중단"));
  const dialog = await screen.findByRole("alertdialog", { name: "이 업로드를 중단할까요?" });
  expect(dialog).toHaveTextContent("올라간 조각 16.0 MB가 S3에서 지워져요.");
  expect(dialog).toHaveTextContent("kim@example.com");
  expect(asked).toEqual([]);
  await userEvent.click(within(dialog).getByRole("button", { name: "중단" }));
  await waitFor(() => {
    expect(screen.queryByText("b.mp4")).toBeNull();
  });
  expect(asked).toEqual([{ bucket: "demo", key: "in/b.mp4", uploadId: "id of b.mp4" }]);
  expect(screen.getByText("1개를 중단했어요.")).toBeVisible();
  expect(screen.getByRole("heading", { name: "끝나지 않은 업로드" })).toHaveFocus();
  await rowOf("a.mp4");
});

test("what could not be aborted stays and says why", async () => {
  has([upload("a.mp4")]);
  open();
  aborts(() => problem("access_denied", 403, { action: "s3:AbortMultipartUpload" }));
  await userEvent.click(await button("a.mp4 중단"));
  await userEvent.click(await button("중단"));
  await waitFor(async () => {
    expect(await rowOf("a.mp4")).toHaveTextContent("s3:AbortMultipartUpload");
  });
  expect(screen.getByText("0개를 중단했어요. 1개는 중단하지 못했어요.")).toBeVisible();
});

test("all old ones go: all pages are read, others' only after a tick, and those at work stay", async () => {
  has(
    [
      upload("new.bin", { days: 6 }),
      upload("old.bin", { days: 8 }),
      upload("moving.bin", { days: 40 }),
    ],
    [upload("older.bin", { days: 31 }), upload("kim's.bin", { days: 9, ...KIM })],
  );
  open({}, row("1", "uploading", { uploadId: "id of moving.bin" }));
  const asked = aborts();
  await rowOf("new.bin");
  await userEvent.click(await button("오래된 것 모두 중단"));
  const dialog = await screen.findByRole("alertdialog");
  await within(dialog).findByText("내가 시작한 업로드 2개, 올라간 조각 32.0 MB");
  expect(
    within(dialog).getByText("내가 시작하지 않은 업로드 1개, 올라간 조각 16.0 MB"),
  ).toBeVisible();
  expect(within(dialog).getByRole("button", { name: "2개 중단" })).toBeVisible();
  await userEvent.selectOptions(within(dialog).getByLabelText("시작한 때"), "30일보다 오래됨");
  expect(within(dialog).getByRole("button", { name: "1개 중단" })).toBeVisible();
  await userEvent.selectOptions(within(dialog).getByLabelText("시작한 때"), "7일보다 오래됨");
  await userEvent.click(within(dialog).getByLabelText("내가 시작하지 않은 업로드도 중단"));
  await userEvent.click(within(dialog).getByRole("button", { name: "3개 중단" }));
  await screen.findByText("3개를 중단했어요.");
  expect(asked).toHaveLength(3);
  expect(asked).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ key: "in/old.bin" }),
      expect.objectContaining({ key: "in/older.bin" }),
      expect.objectContaining({ key: "in/kim's.bin" }),
    ]),
  );
  await rowOf("new.bin");
  await rowOf("moving.bin");
});

test("old uploads that are not one's own do not go without the tick", async () => {
  has([upload("kim's.bin", { days: 9, ...KIM })]);
  open();
  await rowOf("kim's.bin");
  await userEvent.click(await button("오래된 것 모두 중단"));
  const confirm = await button("0개 중단");
  expect(confirm).toHaveAttribute("aria-disabled", "true");
  expect(confirm).toHaveAccessibleDescription("중단할 업로드가 없어요.");
});

test("who may not abort finds the buttons off, with the reason", async () => {
  has([upload("a.mp4")]);
  open({ refusals: { resume: null, abort: "s3:AbortMultipartUpload 거부", more: null } });
  for (const name of ["a.mp4 중단", "오래된 것 모두 중단"]) {
    expect(await button(name)).toHaveAccessibleDescription("s3:AbortMultipartUpload 거부");
  }
});

test("who may not list uploads learns the permission in the place of the list", async () => {
  const params = { action: "s3:ListBucketMultipartUploads", resource: "arn:aws:s3:::demo" };
  server.use(on("get", "/api/uploads/unfinished", () => problem("access_denied", 403, params)));
  open();
  expect(await screen.findByRole("alert")).toHaveTextContent("s3:ListBucketMultipartUploads");
  expect(screen.getByRole("link", { name: "permissions" })).toBeVisible();
});

test("where nothing is left it says so, and leads to the whole bucket", async () => {
  has([]);
  open();
  await screen.findByText("끝나지 않은 업로드가 없어요");
  expect(screen.getByRole("link", { name: "버킷 전체에서 보기" })).toHaveAttribute(
    "href",
    "/b/demo/unfinished",
  );
});

test("a rule that is there is told, and none is suggested", async () => {
  has([]);
  open();
  await screen.findByText(/시작한 지 7일이 지난 업로드를 자동으로 중단해요/);
  expect(screen.queryByText("AWS CLI 명령")).toBeNull();
});

test.each(["none", "unknown"] as const)(
  "where the rules are %s, one for the whole bucket is suggested",
  async (kind) => {
    server.use(
      on("get", "/api/uploads/unfinished", () =>
        HttpResponse.json({ uploads: [], nextCursor: null, lifetime: { kind, days: null } }),
      ),
    );
    open();
    const rule = await screen.findByRole("group", { name: "수명 주기 규칙 (JSON)" });
    const { Rules } = JSON.parse(rule.textContent) as { readonly Rules: readonly unknown[] };
    expect(Rules).toEqual([
      expect.objectContaining({
        Status: "Enabled",
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
      }),
    ]);
    const command = screen.getByRole("group", { name: "AWS CLI 명령" });
    expect(command).toHaveTextContent(/put-bucket-lifecycle-configuration --bucket demo .*'\{/);
    expect(screen.getByText(/수명 주기 설정 전체를 바꿔요/)).toBeVisible();
  },
);
