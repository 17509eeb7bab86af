import { screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { downloadRow } from "@/testing/fakeTransfers";
import { stubLayout } from "@/testing/layout";
import { loadLaterParts, openDock } from "../testing/dock";

beforeAll(loadLaterParts, 60_000);

beforeEach(() => {
  vi.restoreAllMocks();
  stubLayout();
});

const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));

test("a taken local name is asked about in words of the folder", async () => {
  const { transfers } = await openDock([downloadRow("images/a.png", "conflict")], {
    folder: { kind: "chosen", name: "내 파일", permission: "granted" },
  });
  const dialog = screen.getByRole("alertdialog", { name: "받는 폴더에 같은 이름이 이미 있어요" });
  expect(dialog).toHaveTextContent("a.png");
  expect(dialog).toHaveTextContent("위치: 내 파일 / images /");
  await press("둘 다 두기");
  expect(transfers.resolveConflicts).toHaveBeenCalledExactlyOnceWith(["images/a.png"], "keep-both");
});

test("an answer for the rest holds for what is still found in a tree, and not for uploads", async () => {
  const tree = downloadRow("photos/", "listing", { key: "in/photos/" }, { found: 1 });
  const upload = {
    ...downloadRow("up.bin", "conflict"),
    direction: "upload",
    download: null,
  } as const;
  const { transfers, show } = await openDock([
    downloadRow("photos/a.png", "conflict"),
    tree,
    upload,
  ]);
  await userEvent.click(screen.getByText("함께 받는 나머지 파일에도 적용"));
  await press("건너뛰기");
  expect(transfers.resolveConflicts).toHaveBeenCalledExactlyOnceWith(["photos/a.png"], "skip");
  // The tree's last page: its row goes as its files come.
  await show([
    downloadRow("photos/a.png", "skipped"),
    downloadRow("photos/b.png", "waiting"),
    upload,
  ]);
  await show([
    downloadRow("photos/a.png", "skipped"),
    downloadRow("photos/b.png", "conflict"),
    upload,
  ]);
  expect(transfers.resolveConflicts).toHaveBeenLastCalledWith(["photos/b.png"], "skip");
  expect(screen.getByRole("alertdialog")).toHaveTextContent("up.bin");
});
