import { screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { stubLayout } from "@/testing/layout";
import { allOpen, heard, listing, object, open, page, row, selected } from "./testing/browser";

beforeEach(() => {
  vi.restoreAllMocks();
  stubLayout();
  heard.onDownload.mockReset().mockResolvedValue("begun");
  heard.prepareDownload.mockReset();
  listing({ "in/": page([object("in/a", 500), object("in/b", 700)], { prefixes: ["in/p/"] }) });
});

async function select(...names: string[]) {
  open({ prefix: "in/" });
  await row(/^a/);
  for (const name of names) await userEvent.click(screen.getByRole("checkbox", { name }));
}
const button = () => screen.getByRole("button", { name: "다운로드" });

test("what is selected is downloaded, objects with their sizes and prefixes whole; it stays selected", async () => {
  await select("b", "p/");
  await userEvent.click(button());
  expect(heard.onDownload).toHaveBeenCalledExactlyOnceWith({
    bucket: "demo",
    prefix: "in/",
    requesterPays: false,
    objects: [{ key: "in/b", size: 700 }],
    prefixes: ["in/p/"],
  });
  expect(
    await screen.findByText("파일 1개(700 B), 경로 1개 선택됨 · 다운로드를 시작했어요"),
  ).toBeVisible();
  expect(selected()).toEqual(["p/", "b"]);
});

test("what was said of a download makes way for the next selection", async () => {
  await select("b");
  await userEvent.keyboard("d");
  await screen.findByText("1개 선택됨 · 700 B · 다운로드를 시작했어요");
  await userEvent.click(screen.getByRole("checkbox", { name: "a" }));
  expect(screen.getByText("2개 선택됨 · 1.2 KB")).toBeVisible();
});

test("a double click, or the key held down, downloads once", async () => {
  await select("a");
  await userEvent.dblClick(button());
  await userEvent.keyboard("ddd");
  expect(heard.onDownload).toHaveBeenCalledOnce();
});

test("later the same can be downloaded again", async () => {
  const now = vi.spyOn(performance, "now");
  await select("a");
  now.mockReturnValue(10_000);
  await userEvent.keyboard("d");
  now.mockReturnValue(12_000);
  await userEvent.keyboard("d");
  expect(heard.onDownload).toHaveBeenCalledTimes(2);
});

test("what a download needs is loaded once something is selected that may be downloaded", async () => {
  await select();
  expect(heard.prepareDownload).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("checkbox", { name: "a" }));
  await userEvent.click(screen.getByRole("checkbox", { name: "b" }));
  expect(heard.prepareDownload).toHaveBeenCalledOnce();
});

test("without a folder nothing is said to have begun", async () => {
  heard.onDownload.mockResolvedValue("no-folder");
  await select("a");
  await userEvent.click(button());
  expect(await screen.findByText(/받을 폴더를 정하지 않아서/)).toBeVisible();
});

test("a folder that the browser refuses to write into is not called missing", async () => {
  heard.onDownload.mockResolvedValue("refused");
  await select("a");
  await userEvent.click(button());
  expect(await screen.findByText(/브라우저가 받는 폴더에 쓰지 못하게 해서/)).toBeVisible();
});

test("without a selection the button is off and says what to do", async () => {
  await select();
  expect(button()).toHaveAccessibleDescription("먼저 파일이나 경로를 선택하세요");
});

test("without permission the button is off with that reason, and the key says it", async () => {
  open({ prefix: "in/", gates: { ...allOpen, download: "no s3:GetObject" } });
  await row(/^a/);
  await userEvent.click(screen.getByRole("checkbox", { name: "a" }));
  expect(button()).toHaveAccessibleDescription("no s3:GetObject");
  await userEvent.keyboard("d");
  expect(screen.getByRole("alert")).toHaveTextContent("no s3:GetObject");
  expect(heard.onDownload).not.toHaveBeenCalled();
  expect(heard.prepareDownload).not.toHaveBeenCalled();
});
