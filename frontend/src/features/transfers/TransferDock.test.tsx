import { act, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { stubLayout } from "@/testing/layout";
import { row } from "@/testing/fakeTransfers";
import { openDock } from "./testing/dock";

beforeEach(() => {
  vi.restoreAllMocks();
  stubLayout();
});

afterEach(() => {
  vi.useRealTimers();
});

test("without transfers there is no dock", async () => {
  await openDock([]);
  expect(screen.queryByRole("region", { name: "전송" })).toBeNull();
});

test("one line sums up what moves, waits, failed and is done", async () => {
  const { show } = await openDock([row("a", "uploading"), row("b", "waiting"), row("c", "done")]);
  const dock = screen.getByRole("region", { name: "전송" });
  expect(dock).toHaveTextContent("1 진행 중 · 1 대기 · 1 완료");
  await show(Array.from({ length: 1200 }, (_, i) => row(`f${i}`, "done")));
  expect(within(dock).getByText("1,200 완료")).toBeVisible();
});

test("speed and remaining time show once they mean something", async () => {
  const { show } = await openDock([row("a", "uploading")]);
  expect(screen.queryByText(/남은 시간/)).toBeNull();
  const pace = { bytesPerSecond: 48_300_000, remainingSeconds: 90, bytes: 1000 };
  await show([row("a", "uploading")], pace);
  expect(screen.getByText("48.3 MB/s")).toBeVisible();
  expect(screen.getByText("남은 시간 2분")).toBeVisible();
});

test("no speed shows at a standstill, nor once all has come and is only checked", async () => {
  const { show } = await openDock([]);
  const still = { bytesPerSecond: 0, remainingSeconds: null };
  await show([row("a", "uploading", still)], { ...still, bytes: 1000 });
  expect(screen.queryByText(/B\/s/)).toBeNull();
  const fast = { bytesPerSecond: 48_300_000, remainingSeconds: 0 };
  await show([row("a", "confirming")], { ...fast, bytes: 1000, movedBytes: 1000 });
  expect(screen.queryByText(/B\/s|남은 시간/)).toBeNull();
});

test("cancelling all is the last of the commands, so that no other gives its place to it", async () => {
  const { show } = await openDock([row("a", "uploading")]);
  const failure = { code: "network_failed", params: {}, requestId: null } as const;
  await show([row("a", "uploading"), row("b", "failed", { failure }), row("c", "done")]);
  const names = ["완료된 항목 지우기", "실패 다시 시도", "모두 일시정지", "모두 취소"];
  const shown = screen.getAllByRole("button").map((button) => button.textContent);
  expect(shown.filter((name) => name !== "").slice(0, 4)).toEqual(names);
});

test("each transfer has a bar of its own that says how far it is", async () => {
  await openDock([row("a", "uploading", { movedBytes: 719 }), row("empty", "done", { size: 0 })]);
  const bar = screen.getByRole("progressbar", { name: "a.bin 진행률" });
  expect(bar).toHaveAttribute("aria-valuenow", "71");
  expect(screen.getByRole("progressbar", { name: /empty/ })).toHaveAttribute(
    "aria-valuenow",
    "100",
  );
});

test("only rows in sight exist, however many files there are", async () => {
  await openDock(Array.from({ length: 10_000 }, (_, i) => row(`f${i}`, "waiting")));
  expect(screen.getAllByRole("listitem").length).toBeLessThan(100);
  expect(screen.getAllByRole("listitem")[0]).toHaveAttribute("aria-setsize", "10000");
});

test("a transfer can be cancelled, and all that are not finished", async () => {
  const { transfers } = await openDock([
    row("a", "uploading"),
    row("b", "waiting"),
    row("c", "done"),
  ]);
  await userEvent.click(screen.getByRole("button", { name: "b.bin 취소" }));
  expect(transfers.cancel).toHaveBeenCalledWith(["b"]);
  await userEvent.click(screen.getByRole("button", { name: "모두 취소" }));
  expect(transfers.cancel).toHaveBeenLastCalledWith(["a", "b"]);
  expect(screen.queryByRole("button", { name: "c.bin 취소" })).toBeNull();
});

test("a failed transfer says why, what to do, and what to report", async () => {
  const failure = { code: "s3_access_denied", params: {}, requestId: "req-7" } as const;
  const { transfers } = await openDock([
    row("a", "failed", { failure, key: "in/a.bin" }),
    row("b", "done"),
  ]);
  expect(screen.getByText(/s3:PutObject/)).toBeVisible();
  expect(screen.getByText("req-7")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "실패 다시 시도" }));
  expect(transfers.retry).toHaveBeenCalledWith(["a"]);
});

test("a failed transfer can be given up, by itself and with all others", async () => {
  const failure = { code: "s3_access_denied", params: {}, requestId: null } as const;
  const { transfers } = await openDock([row("a", "failed", { failure }), row("b", "done")]);
  await userEvent.click(screen.getByRole("button", { name: "a.bin 취소" }));
  expect(transfers.cancel).toHaveBeenCalledWith(["a"]);
  await userEvent.click(screen.getByRole("button", { name: "모두 취소" }));
  expect(transfers.cancel).toHaveBeenCalledTimes(2);
  expect(transfers.cancel).toHaveBeenLastCalledWith(["a"]);
});

test("finished transfers can be cleared", async () => {
  const { transfers } = await openDock([row("a", "done")]);
  await userEvent.click(screen.getByRole("button", { name: "완료된 항목 지우기" }));
  expect(transfers.clearFinished).toHaveBeenCalledOnce();
});

test("an upload whose notice could not be sent says so quietly", async () => {
  await openDock([row("a", "done", { notified: false }), row("b", "done", { notified: true })]);
  expect(screen.getAllByText("올렸지만 완료 알림은 보내지 못했어요")).toHaveLength(1);
});

test("a file that was kept beside another shows the name that it got", async () => {
  await openDock([row("a", "done", { key: "in/a (1).bin" })]);
  expect(screen.getByText("a (1).bin")).toBeInTheDocument();
});

test("the dock folds to its line", async () => {
  await openDock([row("a", "uploading")]);
  await userEvent.click(screen.getByRole("button", { name: "전송 목록 접기" }));
  expect(screen.queryByRole("progressbar", { name: "a.bin 진행률" })).toBeNull();
  expect(screen.getByRole("progressbar", { name: "전체 전송" })).toBeVisible();
  expect(screen.getByText("1 진행 중")).toBeVisible();
});

test("screen readers hear what the transfers came to, in one sentence for many", async () => {
  vi.useFakeTimers();
  const { show } = await openDock([]);
  const files = ["a", "b", "c"];
  await show(files.map((id) => row(id, "waiting")));
  act(() => void vi.advanceTimersByTime(2000));
  expect(screen.getByText("파일 3개 업로드를 시작했어요")).toBeInTheDocument();
  await show(files.map((id) => row(id, id === "c" ? "failed" : "done")));
  act(() => void vi.advanceTimersByTime(2000));
  expect(
    screen.getByText("파일 2개 올리기를 마쳤어요. 파일 1개 올리기에 실패했어요"),
  ).toBeInTheDocument();
});

test("the focus stays in the dock when the control that had it goes, and leaves with the dock", async () => {
  const onGone = vi.fn();
  const { show } = await openDock([row("a", "uploading"), row("b", "uploading")], { onGone });
  await userEvent.click(screen.getByRole("button", { name: "a.bin 취소" }));
  await show([row("a", "cancelled"), row("b", "uploading")]);
  expect(screen.getByRole("heading", { name: "전송" })).toHaveFocus();
  await userEvent.click(screen.getByRole("button", { name: "모두 취소" }));
  await show([]);
  expect(onGone).toHaveBeenCalledOnce();
});

test("focus elsewhere on the page stays there, whatever goes from the dock", async () => {
  const { show } = await openDock([row("a", "uploading")]);
  await userEvent.click(screen.getByRole("button", { name: "a.bin 취소" }));
  const field = document.body.appendChild(document.createElement("input"));
  act(() => {
    field.focus();
  });
  await show([row("a", "cancelled")]);
  expect(field).toHaveFocus();
  field.remove();
});

test("one cause is told in full once; the files below it are short and hold the rest", async () => {
  const failure = {
    code: "s3_access_denied",
    params: { bucket: "demo" },
    requestId: null,
  } as const;
  const other = { code: "file_too_large", params: {}, requestId: null } as const;
  await openDock([
    row("a", "failed", { failure }),
    row("b", "failed", { failure }),
    row("c", "failed", { failure: other }),
    row("d", "failed", { failure: other, bucket: "another" }),
  ]);
  const shown = (text: RegExp) =>
    screen.getAllByText(text).filter((element) => element.closest("details") === null);
  expect(screen.getAllByText("S3가 업로드를 거절했어요")).toHaveLength(2);
  expect(shown(/s3:PutObject/)).toHaveLength(1);
  expect(shown(/한도/)).toHaveLength(2);
});

test("one bar says how far all of them are, as long as something moves or waits", async () => {
  const { show } = await openDock([row("a", "uploading")]);
  const overall = () => screen.queryByRole("progressbar", { name: "전체 전송" });
  await show([row("a", "uploading")], { bytes: 4000, movedBytes: 1999 });
  expect(overall()).toHaveAttribute("aria-valuenow", "49");
  await show([row("a", "done")], { bytes: 4000, movedBytes: 4000 });
  expect(overall()).toBeNull();
});

test("without a network the row and the summary say that they wait for one", async () => {
  const failure = { code: "offline", params: {}, requestId: null } as const;
  const { show } = await openDock([]);
  await show([row("a", "uploading", { failure })], { offline: true });
  expect(screen.getAllByText("연결 대기 중")).toHaveLength(2);
  await show([row("a", "uploading")]);
  expect(screen.queryByText("연결 대기 중")).toBeNull();
});

test("a transfer whose requests keep failing says that it tries again, not that it failed", async () => {
  const failure = { code: "network_failed", params: {}, requestId: null } as const;
  const { show } = await openDock([row("a", "uploading", { failure })]);
  expect(screen.getByText("다시 시도하는 중")).toBeVisible();
  expect(screen.queryByText(/연결이 끊겼어요/)).toBeNull();
  await show([row("a", "uploading")]);
  expect(screen.getByText("올리는 중")).toBeVisible();
});

test("clearing is offered for what is done or cancelled, not for failures", async () => {
  const { show } = await openDock([row("a", "failed")]);
  expect(screen.queryByRole("button", { name: "완료된 항목 지우기" })).toBeNull();
  await show([row("a", "failed"), row("b", "skipped")]);
  expect(screen.getByRole("button", { name: "완료된 항목 지우기" })).toBeVisible();
  expect(screen.getByText("건너뜀")).toBeVisible();
});

test.each(["cancelled", "skipped"] as const)(
  "what was %s can be uploaded again",
  async (status) => {
    const { transfers } = await openDock([row("a", status)]);
    await userEvent.click(screen.getByRole("button", { name: "a.bin 다시 올리기" }));
    expect(transfers.retry).toHaveBeenCalledExactlyOnceWith(["a"]);
  },
);

test("a failed upload can be given up", async () => {
  const failure = { code: "network_failed", params: {}, requestId: null } as const;
  const { transfers } = await openDock([row("a", "failed", { failure })]);
  await userEvent.click(screen.getByRole("button", { name: "a.bin 취소" }));
  expect(transfers.cancel).toHaveBeenCalledExactlyOnceWith(["a"]);
});
