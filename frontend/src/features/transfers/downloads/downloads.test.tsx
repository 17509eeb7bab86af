import { act, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { downloadRow } from "@/testing/fakeTransfers";
import { stubLayout } from "@/testing/layout";
import { loadLaterParts, openDock } from "../testing/dock";

beforeAll(loadLaterParts, 60_000);

beforeEach(() => {
  vi.restoreAllMocks();
  stubLayout();
});

afterEach(() => {
  vi.useRealTimers();
});

const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));
const rowOf = (name: string) => {
  const found = screen.getAllByRole("listitem").find((row) => within(row).queryByText(name));
  if (found === undefined) throw new Error(`no row of ${name}`);
  return found;
};

test("a download shows its direction, where it goes in the folder, and how far it is", async () => {
  await openDock([downloadRow("images/a.png", "downloading", { movedBytes: 500 })]);
  const row = rowOf("a.png");
  expect(within(row).getByRole("img", { name: "다운로드" })).toBeVisible();
  expect(row).toHaveTextContent("images/");
  expect(row).toHaveTextContent("받는 중");
  expect(within(row).getByRole("progressbar")).toHaveAttribute("aria-valuenow", "50");
});

test("a verified file says by what; one that S3 gave no checksum for says what that means, once", async () => {
  await openDock([
    downloadRow("a.bin", "done", { verified: "CRC64NVME" }),
    downloadRow("b.bin", "done", { verified: "MD5" }),
    downloadRow("c.bin", "done", { verified: null }),
    downloadRow("d.bin", "done", { verified: null }),
  ]);
  expect(rowOf("a.bin")).toHaveTextContent("검증됨 CRC64NVME");
  expect(rowOf("b.bin")).toHaveTextContent("검증됨 MD5");
  expect(rowOf("d.bin")).toHaveTextContent("검증 안 됨");
  expect(screen.getAllByText(/크기가 같은지만 확인했어요/)).toHaveLength(1);
  expect(rowOf("c.bin")).toHaveTextContent("크기가 같은지만 확인했어요");
});

test("a file under another local name, and one that began anew, say so", async () => {
  await openDock([
    downloadRow("x/a_b.txt", "done", { key: "in/x/a:b.txt" }, { renamed: true }),
    downloadRow("d_e.txt", "failed", { key: "in/d:e.txt" }, { renamed: true }),
    downloadRow("c.txt", "downloading", {}, { restarted: true }),
  ]);
  expect(rowOf("d_e.txt")).not.toHaveTextContent("이름으로 저장");
  const renamed = rowOf("a_b.txt");
  expect(renamed).toHaveTextContent(/x\/a:b\.txt\W* → \W*x\/a_b\.txt\W* 이름으로 저장/);
  expect(rowOf("c.txt")).toHaveTextContent("받는 동안 바뀌어서 처음부터 다시 받았어요");
});

test("a tree that is looked through counts what it found, in place of a bar", async () => {
  await openDock([downloadRow("photos/", "listing", { size: 0 }, { found: 1234 })]);
  expect(screen.getByText("1,234개 찾음")).toBeVisible();
  expect(screen.getByText("찾는 중")).toBeVisible();
  expect(screen.queryByRole("progressbar", { name: /photos/ })).toBeNull();
});

test("a download is paused and goes on, alone or with all others", async () => {
  const { transfers, show } = await openDock([
    downloadRow("a.bin", "downloading"),
    downloadRow("b.bin", "waiting"),
  ]);
  await press("a.bin 일시정지");
  expect(transfers.pause).toHaveBeenLastCalledWith(["a.bin"]);
  await press("모두 일시정지");
  expect(transfers.pause).toHaveBeenLastCalledWith(["a.bin", "b.bin"]);
  await show([downloadRow("a.bin", "paused"), downloadRow("b.bin", "paused")]);
  expect(screen.queryByRole("button", { name: "모두 일시정지" })).toBeNull();
  await press("b.bin 이어서 받기");
  expect(transfers.resume).toHaveBeenLastCalledWith(["b.bin"]);
  await press("모두 이어서");
  expect(transfers.resume).toHaveBeenLastCalledWith(["a.bin", "b.bin"]);
  await press("모두 취소");
  expect(transfers.cancel).toHaveBeenLastCalledWith(["a.bin", "b.bin"]);
});

test("pausing leaves the focus on the button that goes on again", async () => {
  const { show } = await openDock([downloadRow("a.bin", "downloading")]);
  await press("a.bin 일시정지");
  await show([downloadRow("a.bin", "paused")]);
  expect(screen.getByRole("button", { name: "a.bin 이어서 받기" })).toHaveFocus();
});

test("uploads alone are offered no folder", async () => {
  await openDock([{ ...downloadRow("up.bin", "uploading"), direction: "upload", download: null }]);
  expect(screen.queryByText("받는 폴더")).toBeNull();
});

test("going on asks for the folder first, and does nothing where the person says no", async () => {
  const { transfers, folder } = await openDock([downloadRow("a.bin", "paused")], {
    folder: { kind: "chosen", name: "내 파일", permission: "prompt" },
  });
  expect(screen.getByText(/브라우저가 다시 물어봐요/)).toBeVisible();
  folder.ensure.mockResolvedValueOnce(false);
  await press("모두 이어서");
  expect(folder.ensure).toHaveBeenCalledOnce();
  expect(transfers.resume).not.toHaveBeenCalled();
  await press("모두 이어서");
  expect(transfers.resume).toHaveBeenCalledExactlyOnceWith(["a.bin"]);
});

test("trying again asks for the folder for downloads, and never for uploads", async () => {
  const failure = {
    code: "folder_denied",
    params: { folder: "내 파일" },
    requestId: null,
  } as const;
  const { transfers, folder } = await openDock([
    downloadRow("a.bin", "failed", { failure }),
    { ...downloadRow("up.bin", "failed", { failure }), direction: "upload", download: null },
  ]);
  folder.ensure.mockResolvedValueOnce(false);
  await press("실패 다시 시도");
  expect(transfers.retry).toHaveBeenCalledExactlyOnceWith(["up.bin"]);
  await press("a.bin 다시 시도");
  expect(transfers.retry).toHaveBeenLastCalledWith(["a.bin"]);
});

test("the folder is named and can be changed", async () => {
  const { folder } = await openDock([downloadRow("a.bin", "downloading")], {
    folder: { kind: "chosen", name: "내 파일", permission: "granted" },
  });
  expect(screen.getByText("내 파일")).toBeVisible();
  await press("받는 폴더 바꾸기");
  expect(folder.choose).toHaveBeenCalledOnce();
});

test("a browser that cannot choose a folder says where files go", async () => {
  await openDock([downloadRow("a.bin", "downloading")], { folder: { kind: "browser" } });
  expect(screen.getByText("이 브라우저의 다운로드 폴더")).toBeVisible();
  expect(screen.queryByRole("button", { name: /받는 폴더/ })).toBeNull();
});

test("a folder that may not be written to says what to do", async () => {
  await openDock([downloadRow("a.bin", "paused")], {
    folder: { kind: "chosen", name: "내 파일", permission: "denied" },
  });
  expect(screen.getByText(/사이트 설정에서 허용해 주세요/)).toBeVisible();
});

test("a download that was cancelled can be downloaded again", async () => {
  const { transfers } = await openDock([downloadRow("a.bin", "cancelled")]);
  await press("a.bin 다시 받기");
  expect(transfers.retry).toHaveBeenCalledExactlyOnceWith(["a.bin"]);
});

test("an archived file says how far its restore is", async () => {
  const failure = (restore: string) =>
    ({
      code: "object_archived",
      params: { key: "in/a.bin", storageClass: "GLACIER", restore },
      requestId: null,
    }) as const;
  const { show } = await openDock([downloadRow("a.bin", "failed", { failure: failure("none") })]);
  expect(
    screen.getByText(/Glacier Flexible 클래스.*먼저 S3에서 복원을 요청해야 해요/),
  ).toBeVisible();
  await show([downloadRow("a.bin", "failed", { failure: failure("ongoing") })]);
  expect(screen.getByText(/복원하는 중이에요/)).toBeVisible();
});

test("what is archived is left out when all that failed is tried again", async () => {
  const archived = {
    failure: {
      code: "object_archived",
      params: { key: "in/a.bin", storageClass: "GLACIER", restore: "none" },
      requestId: null,
    },
  } as const;
  const { transfers, show } = await openDock([downloadRow("a.bin", "failed", archived)]);
  expect(screen.queryByRole("button", { name: "실패 다시 시도" })).toBeNull();
  await show([downloadRow("a.bin", "failed", archived), downloadRow("b.bin", "failed")]);
  await press("실패 다시 시도");
  expect(transfers.retry).toHaveBeenCalledExactlyOnceWith(["b.bin"]);
});

test("a download that CORS rules stop leads to the doctor", async () => {
  const failure = {
    code: "cors_blocked",
    params: { bucket: "demo", problems: [] },
    requestId: null,
  } as const;
  await openDock([downloadRow("a.bin", "failed", { failure })]);
  expect(screen.getByRole("link", { name: "진단하고 고치기" })).toHaveAttribute(
    "href",
    "/doctor/demo/in/",
  );
});

test("screen readers hear of downloads apart from uploads", async () => {
  vi.useFakeTimers();
  const { show } = await openDock([]);
  await show([downloadRow("a.bin", "waiting"), downloadRow("b.bin", "waiting")]);
  act(() => void vi.advanceTimersByTime(2000));
  expect(screen.getByText("파일 2개 다운로드를 시작했어요")).toBeInTheDocument();
});
