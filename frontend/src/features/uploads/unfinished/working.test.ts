import { expect, test } from "vitest";
import { downloadRow, fakeTransfers, row } from "@/testing/fakeTransfers";
import { workIn } from "./working";

test("what this page or another tab works at is told by its upload id", () => {
  const { getSnapshot } = fakeTransfers(
    row("1", "uploading", { uploadId: "moves" }),
    row("2", "confirming", { uploadId: "ends" }),
    row("3", "paused", { uploadId: "waits", pausedFor: "person" }),
    row("4", "conflict", { uploadId: "asks" }),
    row("8", "failed", { uploadId: "can be tried again" }),
    row("9", "failed"),
    row("5", "paused", { uploadId: "other tab's", pausedFor: "other-page" }),
    row("6", "waiting"),
    downloadRow("7", "downloading"),
  );
  expect(workIn(getSnapshot(), "demo")).toEqual({
    moves: "uploading",
    ends: "uploading",
    waits: "paused",
    asks: "paused",
    "can be tried again": "paused",
    "other tab's": "elsewhere",
  });
});

test.each(["done", "cancelled", "skipped"] as const)("nobody works at what is %s", (status) => {
  const { getSnapshot } = fakeTransfers(row("1", status, { uploadId: "left" }));
  expect(workIn(getSnapshot(), "demo")).toEqual({});
});

test("another bucket's uploads are not this one's", () => {
  const { getSnapshot } = fakeTransfers(row("1", "uploading", { uploadId: "moves" }));
  expect(workIn(getSnapshot(), "elsewhere")).toEqual({});
});
