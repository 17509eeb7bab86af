import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { stubLayout } from "@/testing/layout";
import { row } from "@/testing/fakeTransfers";
import { loadLaterParts, openDock } from "./testing/dock";

const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));

beforeAll(loadLaterParts, 60_000);

beforeEach(() => {
  vi.restoreAllMocks();
  stubLayout();
});

test("a taken name asks, and the answer is for that file alone", async () => {
  const { transfers } = await openDock([row("a", "conflict"), row("b", "conflict")]);
  expect(screen.getByRole("alertdialog")).toHaveTextContent("a.bin");
  await press("바꾸기");
  expect(transfers.resolveConflicts).toHaveBeenCalledExactlyOnceWith(["a"], "replace");
});

test.each([
  ["바꾸기", "replace"],
  ["둘 다 두기", "keep-both"],
  ["건너뛰기", "skip"],
])("%s can be meant for all the rest", async (label, choice) => {
  const { transfers } = await openDock([row("a", "conflict"), row("b", "conflict")]);
  await userEvent.click(screen.getByText("이 경로의 나머지 파일에도 적용"));
  await press(label);
  expect(transfers.resolveConflicts).toHaveBeenCalledWith(["a", "b"], choice);
  await waitFor(() => {
    expect(screen.queryByRole("alertdialog")).toBeNull();
  });
});

test("an answer for the rest holds for files that meet a taken name later, not for new files", async () => {
  const { transfers, show } = await openDock([row("a", "conflict"), row("b", "waiting")]);
  await userEvent.click(screen.getByText("이 경로의 나머지 파일에도 적용"));
  await press("건너뛰기");
  await show([row("a", "cancelled"), row("b", "conflict")]);
  expect(transfers.resolveConflicts).toHaveBeenLastCalledWith(["b"], "skip");
  expect(screen.queryByRole("alertdialog")).toBeNull();
  await show([row("a", "cancelled"), row("b", "cancelled"), row("new", "conflict")]);
  expect(screen.getByRole("alertdialog")).toHaveTextContent("new.bin");
});

test("an answer for the rest is for the files of that path alone", async () => {
  const { transfers } = await openDock([
    row("a", "conflict"),
    row("b", "waiting"),
    row("other path", "conflict", { prefix: "out/" }),
    row("other bucket", "conflict", { bucket: "photos" }),
  ]);
  await userEvent.click(screen.getByText("이 경로의 나머지 파일에도 적용"));
  await press("바꾸기");
  expect(transfers.resolveConflicts).toHaveBeenCalledExactlyOnceWith(["a"], "replace");
  expect(screen.getByRole("alertdialog")).toHaveTextContent("other path.bin");
});

test("an answer for the rest is never for a file that failed, not even once it is tried again", async () => {
  const { transfers, show } = await openDock([
    row("a", "conflict"),
    row("b", "waiting"),
    row("c", "failed"),
  ]);
  await userEvent.click(screen.getByText("이 경로의 나머지 파일에도 적용"));
  await press("바꾸기");
  await show([row("a", "done"), row("b", "failed"), row("c", "waiting")]);
  await show([row("a", "done"), row("b", "conflict"), row("c", "conflict")]);
  expect(transfers.resolveConflicts).toHaveBeenCalledExactlyOnceWith(["a"], "replace");
  expect(screen.getByRole("alertdialog")).toHaveTextContent("b.bin");
});

test("a single file with nothing beside it is not asked about a rest", async () => {
  await openDock([row("a", "conflict")]);
  expect(screen.queryByText("이 경로의 나머지 파일에도 적용")).toBeNull();
});

test("Escape decides nothing; the row and the summary lead back to the question", async () => {
  const { transfers } = await openDock([row("a", "conflict"), row("b", "conflict")]);
  await userEvent.keyboard("{Escape}");
  await waitFor(() => {
    expect(screen.queryByRole("alertdialog")).toBeNull();
  });
  expect(transfers.resolveConflicts).not.toHaveBeenCalled();
  await press("b.bin 결정하기");
  expect(screen.getByRole("alertdialog")).toHaveTextContent("b.bin");
  await press("나중에 결정");
  await waitFor(() => {
    expect(screen.queryByRole("alertdialog")).toBeNull();
  });
  await press("결정 필요 2");
  expect(screen.getByRole("alertdialog")).toBeVisible();
});

test("a conflict can be given up by itself", async () => {
  const { transfers } = await openDock([row("a", "uploading"), row("b", "conflict")]);
  await userEvent.click(screen.getByRole("button", { name: "나중에 결정" }));
  await userEvent.click(screen.getByRole("button", { name: "b.bin 취소" }));
  expect(transfers.cancel).toHaveBeenCalledExactlyOnceWith(["b"]);
});

test("what an earlier page has left asks nothing of a page that nobody has touched yet", async () => {
  vi.stubGlobal("navigator", { userActivation: { hasBeenActive: false } });
  const { show } = await openDock([row("a", "conflict")]);
  expect(screen.queryByRole("alertdialog")).toBeNull();
  vi.unstubAllGlobals();
  await show([row("a", "done")]);
  await show([row("a", "done"), row("b", "conflict")]);
  expect(screen.getByRole("alertdialog")).toHaveTextContent("b.bin");
});
