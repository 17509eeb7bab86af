import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { downloadRow, row } from "@/testing/fakeTransfers";
import { stubLayout } from "@/testing/layout";
import type { PauseReason } from "@/transfer/transfers";
import { loadLaterParts, openDock } from "../testing/dock";

beforeAll(loadLaterParts, 60_000);

beforeEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  stubLayout();
});

const press = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));
const waiting = (id: string, pausedFor: PauseReason) => row(id, "paused", { pausedFor });
const bars = () => screen.getByRole("list", { name: "멈춘 전송" });

/** The picker of a browser that gives handles; `files` is what the person picks. */
function picks(...files: readonly File[]) {
  const handles = files.map((file) => ({ name: file.name, getFile: () => Promise.resolve(file) }));
  vi.stubGlobal("showOpenFilePicker", () => Promise.resolve(handles));
  return files.map((file, i) => ({ file, handle: handles[i] }));
}

test("an upload is paused and goes on, alone or with everything that moves", async () => {
  const { transfers, show, folder } = await openDock([
    row("a", "uploading"),
    row("b", "waiting"),
    downloadRow("c.bin", "downloading"),
    row("d", "confirming"),
  ]);
  await press("a.bin 일시정지");
  expect(transfers.pause).toHaveBeenLastCalledWith(["a"]);
  await press("모두 일시정지");
  expect(transfers.pause).toHaveBeenLastCalledWith(["a", "b", "c.bin"]);
  await show([row("a", "paused"), row("b", "paused"), downloadRow("c.bin", "paused")]);
  await press("a.bin 이어서 올리기");
  expect(transfers.resume).toHaveBeenLastCalledWith(["a"]);
  expect(folder.ensure).not.toHaveBeenCalled();
  await press("모두 이어서");
  expect(transfers.resume.mock.calls.slice(-2)).toEqual([[["a", "b"]], [["c.bin"]]]);
});

test("pausing an upload leaves the focus on the button that goes on again", async () => {
  const { show } = await openDock([row("a", "uploading")]);
  await press("a.bin 일시정지");
  await show([row("a", "paused")]);
  expect(screen.getByRole("button", { name: "a.bin 이어서 올리기" })).toHaveFocus();
});

test("what a person has paused says only that", async () => {
  await openDock([row("a", "paused")]);
  expect(screen.getByText("일시정지")).toBeVisible();
  expect(bars()).toBeEmptyDOMElement();
});

test("uploads that wait for their files say so once, and one choice of files serves all of them", async () => {
  const picked = picks(new File(["1"], "a.bin"), new File(["2"], "b.bin"));
  const { transfers } = await openDock([
    waiting("a", "file"),
    waiting("b", "file"),
    row("c", "uploading"),
  ]);
  expect(within(bars()).getByText(/2개를 이어서 올리려면 같은 파일을 다시 골라/)).toBeVisible();
  expect(screen.getAllByText("파일 필요")).toHaveLength(2);
  await press("파일 고르기");
  await waitFor(() => {
    expect(transfers.giveFiles).toHaveBeenCalledExactlyOnceWith(["a", "b"], picked);
  });
  expect(screen.queryByText(/쓰지 않았어요/)).toBeNull();
});

test("a row's own button asks for the file of that upload alone", async () => {
  picks(new File(["1"], "a.bin"));
  const { transfers } = await openDock([waiting("a", "file"), waiting("b", "file")]);
  await press("b.bin 파일 고르기");
  await waitFor(() => {
    expect(transfers.giveFiles).toHaveBeenCalledWith(["b"], expect.anything());
  });
});

test("files that no upload was waiting for are named until the notice is closed", async () => {
  const picked = picks(...["1", "2", "3", "4", "5"].map((name) => new File([""], `${name}.bin`)));
  const { transfers } = await openDock([waiting("a", "file")]);
  transfers.giveFiles.mockReturnValue({ strangers: picked, ambiguous: [] } as never);
  await press("파일 고르기");
  const notice = await screen.findByRole("alert");
  expect(notice).toHaveTextContent(/5개는 쓰지 않았어요.*1\.bin, 2\.bin, 3\.bin 외 2개/);
  await press("알림 닫기");
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a file that several uploads wait for is named, with how to say which it is", async () => {
  const picked = picks(new File(["1"], "0.0"));
  const { transfers } = await openDock([waiting("a", "file"), waiting("b", "file")]);
  transfers.giveFiles.mockReturnValue({ strangers: [], ambiguous: picked } as never);
  await press("파일 고르기");
  const notice = await screen.findByRole("alert");
  expect(notice).toHaveTextContent(/여럿 기다려요.*업로드 줄의 파일 고르기.*0\.0/);
});

test("one click asks for the permission of all files", async () => {
  const { transfers } = await openDock([waiting("a", "permission"), waiting("b", "permission")]);
  expect(within(bars()).getByText(/파일 2개를 읽어도 되는지 다시 물어봐요/)).toBeVisible();
  await press("이어서");
  expect(transfers.resume).toHaveBeenCalledExactlyOnceWith(["a", "b"]);
});

test("expired keys are named as the reason, with what makes it go on", async () => {
  await openDock([
    waiting("a", "credentials"),
    downloadRow("b.bin", "paused", { pausedFor: "credentials" }),
  ]);
  expect(bars()).toHaveTextContent(/키가 만료돼서 2개가 멈췄어요.*새 키를 등록하면 이어서 진행/);
  expect(screen.getAllByText("키 만료됨")).toHaveLength(2);
});

test("what another tab uploads is told and left alone", async () => {
  const { transfers } = await openDock([waiting("a", "other-page"), row("b", "waiting")]);
  expect(bars()).toHaveTextContent("1개는 다른 탭의 전송 목록에 있어요.");
  expect(screen.queryByRole("button", { name: /a\.bin/ })).toBeNull();
  expect(screen.queryByRole("button", { name: "모두 이어서" })).toBeNull();
  await press("모두 취소");
  expect(transfers.cancel).toHaveBeenCalledExactlyOnceWith(["b"]);
});

test("a folded dock still asks for files, and says nothing of other tabs", async () => {
  await openDock([waiting("a", "file"), waiting("b", "other-page")]);
  await press("전송 목록 접기");
  expect(within(bars()).getByRole("button", { name: "파일 고르기" })).toBeVisible();
  expect(screen.queryByText(/다른 탭에서/)).toBeNull();
});

test("a browser without room for what it has to remember is told of once", async () => {
  const { show } = await openDock([]);
  await show([row("a", "uploading")], { forgetful: true });
  expect(screen.getByRole("alert")).toHaveTextContent(/새로고침하면 이어서 올릴 수 없어요/);
  await press("알림 닫기");
  await show([row("a", "uploading", { movedBytes: 9 })], { forgetful: true });
  expect(screen.queryByRole("alert")).toBeNull();
});
