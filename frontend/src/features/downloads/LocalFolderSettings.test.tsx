import { act, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { fakeLocalFolder } from "@/testing/fakeLocalFolder";
import { renderWith } from "@/testing/renderWith";
import type { LocalFolderState } from "@/transfer/localFolder";
import { LocalFolderSettings } from "./LocalFolderSettings";

function open(state: LocalFolderState) {
  const folder = fakeLocalFolder(state);
  renderWith(<LocalFolderSettings folder={folder} />);
  return folder;
}

const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));
const chosen = (permission: "granted" | "prompt" | "denied") =>
  ({ kind: "chosen", name: "내 파일", permission }) as const;

test("without a folder one can be chosen, and its name shows", async () => {
  const folder = open({ kind: "none" });
  expect(screen.getByText("아직 고르지 않았어요")).toBeVisible();
  expect(screen.getByText("고르지 않으면 처음 다운로드할 때 물어봐요.")).toBeVisible();
  folder.choose.mockImplementationOnce(() => {
    folder.show(chosen("granted"));
    return Promise.resolve(true);
  });
  await press("폴더 고르기");
  expect(screen.getByText("내 파일")).toBeVisible();
  expect(screen.getByText("쓸 수 있어요")).toBeVisible();
  expect(screen.getByRole("status")).toHaveTextContent("받는 폴더를 정했어요");
});

test("a picker that was closed changes nothing and says nothing", async () => {
  const folder = open({ kind: "none" });
  folder.choose.mockResolvedValueOnce(false);
  await press("폴더 고르기");
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
});

test("the folder can be changed and forgotten", async () => {
  const folder = open(chosen("granted"));
  await press("다른 폴더 고르기");
  expect(folder.choose).toHaveBeenCalledOnce();
  await press("잊기");
  expect(folder.forget).toHaveBeenCalledOnce();
  act(() => {
    folder.show({ kind: "none" });
  });
  expect(screen.getByRole("status")).toHaveTextContent("받는 폴더를 잊었어요");
  expect(screen.getByRole("button", { name: "폴더 고르기" })).toHaveFocus();
});

test("a folder that the browser asks about again can be allowed right away", async () => {
  const folder = open(chosen("prompt"));
  expect(screen.getByText(/브라우저가 써도 되는지 다시 물어봐요/)).toBeVisible();
  await press("지금 허용하기");
  expect(folder.ensure).toHaveBeenCalledOnce();
});

test("a folder that the browser guards says what to do", () => {
  open(chosen("denied"));
  expect(screen.getByText("브라우저가 쓰는 것을 막았어요")).toBeVisible();
  expect(screen.getByText(/사이트 설정/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "지금 허용하기" })).toBeNull();
});

test("a browser that cannot choose a folder says in one sentence where files go", () => {
  open({ kind: "browser" });
  expect(screen.getByText(/이 브라우저에서는 폴더를 고를 수 없어서/)).toBeVisible();
  expect(screen.getByText(/경로가 _로 이어진 이름으로/)).toBeVisible();
  expect(screen.queryByRole("button")).toBeNull();
});
