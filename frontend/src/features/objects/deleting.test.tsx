import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { HttpResponse } from "msw";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { components } from "@/api/schema.gen";
import { on, problem } from "@/testing/handlers";
import { stubLayout } from "@/testing/layout";
import { loadPageWords } from "@/testing/pageWords";
import { server } from "@/testing/server";
import {
  allOpen,
  heard,
  listing,
  names,
  object,
  open,
  page,
  row,
  selected,
} from "./testing/browser";

type Asked = components["schemas"]["DeleteObjects"];
type Result = components["schemas"]["DeleteResult"];

const three = ["in/a", "in/b", "in/c"].map((key) => object(key, 500));
let asked: Asked[];

beforeAll(loadPageWords);

/** The API deletes, except where `outcome` says otherwise. */
function deleting(outcome: (key: string) => Partial<Result> = () => ({})): void {
  server.use(
    on("post", "/api/objects/delete", async ({ request }) => {
      const body = (await request.json()) as Asked;
      asked.push(body);
      const results = body.keys.map((key): Result => ({
        key,
        outcome: "deleted",
        code: null,
        detail: null,
        ...outcome(key),
      }));
      return HttpResponse.json({ results });
    }),
  );
}

/** What the API tells of the bucket's versions. */
function protectedBy(answer: Partial<components["schemas"]["BucketProtection"]>): void {
  const none = { versioning: "off", objectLock: "off", defaultRetention: null } as const;
  server.use(on("get", "/api/buckets/protection", () => HttpResponse.json({ ...none, ...answer })));
}

beforeEach(() => {
  vi.restoreAllMocks();
  protectedBy({});
  stubLayout();
  asked = [];
  heard.onDeleteDenied.mockReset();
  heard.onDeleted.mockReset();
  listing({ "in/": page(three) });
  deleting();
});

async function select(...keys: string[]) {
  open({ prefix: "in/" });
  await row(/^a/);
  for (const name of keys) await userEvent.click(screen.getByRole("checkbox", { name }));
}
const deleteButton = () => screen.getByRole("button", { name: "삭제" });
const field = () =>
  screen.findByRole("textbox", {
    name: "삭제를 원하시면 아래 입력창에 delete를 입력 후 확인 버튼을 누르세요",
  });
const confirm = () => screen.getByRole("button", { name: "확인" });

test("who agreed to pay for requests deletes as one who pays", async () => {
  open({ prefix: "in/", requesterPays: true });
  await userEvent.click(await screen.findByRole("checkbox", { name: "a" }));
  await userEvent.click(deleteButton());
  await userEvent.type(await field(), "delete");
  await userEvent.click(confirm());
  await waitFor(() => {
    expect(asked).toMatchObject([{ keys: ["in/a"], requesterPays: true }]);
  });
});

test("nothing goes before exactly the word is there", async () => {
  await select("a", "b");
  await userEvent.click(deleteButton());
  expect(await field()).toHaveFocus();
  for (const wrong of ["Delete", "delete ", "삭제"]) {
    await userEvent.clear(await field());
    await userEvent.type(await field(), `${wrong}{Enter}`);
    expect(confirm()).toHaveAttribute("aria-disabled", "true");
    expect(await field()).toHaveAccessibleDescription(/delete/);
    expect(await field()).toBeInvalid();
    await userEvent.click(confirm());
    await userEvent.keyboard("{Escape}");
  }
  expect(asked).toEqual([]);
});

test("the dialog names what will go, how many and how much", async () => {
  const many = Array.from({ length: 12 }, (_, at) => object(`in/f${at}`, 100_000));
  listing({ "in/": page(many) });
  open({ prefix: "in/" });
  await row(/^f0/);
  await userEvent.keyboard("{Control>}a{/Control}{Delete}");
  const dialog = await screen.findByRole("alertdialog", { name: "파일 12개를 삭제할까요?" });
  expect(within(dialog).getByText(/1\.2 MB/)).toBeVisible();
  expect(within(dialog).getByText("demo/in/")).toBeVisible();
  const list = within(dialog).getByRole("group", { name: "삭제할 파일" });
  expect(within(list).getAllByRole("listitem")).toHaveLength(10);
  expect(within(dialog).getByText("외 2개")).toBeVisible();
});

test("with the word, Enter deletes; the rows go, the focus goes on in the list, and it is said", async () => {
  await select("a", "b");
  await userEvent.click(deleteButton());
  await userEvent.type(await field(), "delete{Enter}");
  await waitFor(() => {
    expect(names()).toEqual(["c"]);
  });
  expect(asked).toEqual([
    { bucket: "demo", keys: ["in/a", "in/b"], requesterPays: false, confirmation: "delete" },
  ]);
  expect(screen.queryByRole("alertdialog")).toBeNull();
  expect(screen.getByText("2개를 삭제했어요")).toBeVisible();
  await waitFor(() => {
    expect(screen.getByRole("grid")).toContainElement(document.activeElement as HTMLElement);
  });
});

test("a versioned bucket is told apart", async () => {
  deleting(() => ({ outcome: "delete-marker" }));
  await select("a");
  await userEvent.click(deleteButton());
  await userEvent.type(await field(), "delete");
  await userEvent.click(confirm());
  expect(await screen.findByText(/버전 관리 버킷이라 삭제 표시만 남겼어요/)).toBeVisible();
});

test("what could not be deleted says why, once, and stays selected", async () => {
  deleting((key) => (key === "in/a" ? {} : { outcome: "failed", code: "object_locked" }));
  await select("a", "b", "c");
  await userEvent.click(deleteButton());
  await userEvent.type(await field(), "delete{Enter}");
  const dialog = await screen.findByRole("alertdialog", { name: "2개를 삭제하지 못했어요" });
  expect(within(dialog).getByText(/3개 중 1개를 삭제했어요/)).toBeVisible();
  expect(within(dialog).getAllByText("객체가 잠겨 있어요")).toHaveLength(1);
  await userEvent.click(within(dialog).getByRole("button", { name: "닫기" }));
  expect(names()).toEqual(["b", "c"]);
  expect(selected()).toEqual(["b", "c"]);
  expect(heard.onDeleteDenied).not.toHaveBeenCalled();
  expect(heard.onDeleted.mock.calls).toEqual([[1]]);
});

test("a refusal of everything is told to the gate", async () => {
  const params = { action: "s3:DeleteObject", resource: "arn:aws:s3:::demo/in/a" };
  server.use(on("post", "/api/objects/delete", () => problem("access_denied", 403, params)));
  await select("a");
  await userEvent.click(deleteButton());
  await userEvent.type(await field(), "delete{Enter}");
  expect(await screen.findByText(/s3:DeleteObject/)).toBeVisible();
  expect(heard.onDeleteDenied).toHaveBeenCalledOnce();
  expect(heard.onDeleted).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: "닫기" }));
  expect(names()).toEqual(["a", "b", "c"]);
});

test("calling it off changes nothing and gives the focus back", async () => {
  await select("a");
  await userEvent.click(deleteButton());
  await field();
  await userEvent.keyboard("{Escape}");
  await waitFor(() => {
    expect(deleteButton()).toHaveFocus();
  });
  expect(asked).toEqual([]);
  expect(selected()).toEqual(["a"]);
});

test("without permission the button is off with that reason first, and the key says it", async () => {
  open({ prefix: "in/", gates: { ...allOpen, delete: "no s3:DeleteObject" } });
  await row(/^a/);
  expect(deleteButton()).toHaveAccessibleDescription("no s3:DeleteObject");
  await userEvent.click(screen.getByRole("checkbox", { name: "a" }));
  await userEvent.keyboard("{Delete}");
  expect(screen.getByRole("alert")).toHaveTextContent("no s3:DeleteObject");
  expect(within(screen.getByRole("alert")).getByRole("link", { name: "more" })).toBeVisible();
  expect(screen.queryByRole("alertdialog")).toBeNull();
});

test("without a selection the button is off and says what to do", async () => {
  await select();
  expect(deleteButton()).toHaveAccessibleDescription("먼저 파일이나 경로를 선택하세요");
});

test("what was refused and what nobody knows of are told apart", async () => {
  const codes: Record<string, Result["code"]> = {
    "in/a": "access_denied",
    "in/b": "aws_unreachable",
  };
  deleting((key) => (codes[key] ? { outcome: "failed", code: codes[key] } : {}));
  await select("a", "b", "c");
  await userEvent.click(deleteButton());
  await userEvent.type(await field(), "delete{Enter}");
  const dialog = await screen.findByRole("alertdialog", { name: "1개를 삭제했는지 알 수 없어요" });
  const named = (name: string) => within(within(dialog).getByRole("group", { name }));
  expect(named("1개를 삭제하지 못했어요").getByRole("listitem")).toHaveTextContent("a");
  expect(named("1개를 삭제했는지 알 수 없어요").getByRole("listitem")).toHaveTextContent("b");
});

test("a deletion whose answer is lost is not called failed", async () => {
  server.use(on("post", "/api/objects/delete", () => HttpResponse.error()));
  await select("a");
  await userEvent.click(deleteButton());
  await userEvent.type(await field(), "delete{Enter}");
  const dialog = await screen.findByRole("alertdialog", { name: "1개를 삭제했는지 알 수 없어요" });
  expect(await within(dialog).findByText(/목록을 다시 읽었으니/)).toBeVisible();
});

test("an API that is gone leaves no count of what was deleted, and no list read again", async () => {
  await select("a", "b");
  await userEvent.click(deleteButton());
  const typed = await field();
  server.use(on("post", "/api/objects/delete", () => HttpResponse.error()));
  const relisted = vi.fn(() => HttpResponse.error());
  server.use(on("get", "/api/objects", relisted));
  await userEvent.type(typed, "delete{Enter}");
  const dialog = await screen.findByRole("alertdialog", { name: "2개를 삭제했는지 알 수 없어요" });
  await waitFor(() => {
    expect(relisted).toHaveBeenCalled();
  });
  expect(within(dialog).getByText(/삭제됐을 수도 있어요.*새로고침해서/)).toBeVisible();
  expect(within(dialog).queryByText(/2개 중/)).toBeNull();
  expect(within(dialog).queryByText(/다시 읽었으니/)).toBeNull();
});
