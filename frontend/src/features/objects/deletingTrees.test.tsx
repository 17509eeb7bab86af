import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { HttpResponse } from "msw";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { components } from "@/api/schema.gen";
import { on, problem } from "@/testing/handlers";
import { stubLayout } from "@/testing/layout";
import { loadPageWords } from "@/testing/pageWords";
import { server } from "@/testing/server";
import { heard, names, object, open, page, row, selected } from "./testing/browser";

type Asked = components["schemas"]["DeleteObjects"];

/** What S3 has. */
let keys: string[];
let asked: string[][];
/** S3 refuses to delete them. */
let locked: Set<string>;
/** Lets the second page of a tree be answered. */
let goOn: () => void;
/** The list that is on screen is not answered before. */
let listed: Promise<void>;

beforeAll(loadPageWords);

beforeEach(() => {
  vi.restoreAllMocks();
  stubLayout();
  heard.onDeleteDenied.mockReset();
  keys = ["in/a", "in/p/", "in/p/1", "in/p/q/2", "in/p/q/3", "in/r/4"];
  asked = [];
  locked = new Set();
  listed = Promise.resolve();
  const secondPage = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  server.use(
    on("get", "/api/buckets/protection", () =>
      HttpResponse.json({ versioning: "off", objectLock: "off", defaultRetention: null }),
    ),
    on("post", "/api/objects/delete", async ({ request }) => {
      const body = (await request.json()) as Asked;
      asked.push(body.keys);
      keys = keys.filter((key) => locked.has(key) || !body.keys.includes(key));
      return HttpResponse.json({ results: body.keys.map(resultOf), notified: true });
    }),
    on("get", "/api/objects", async ({ request }) => {
      const { searchParams } = new URL(request.url);
      const prefix = searchParams.get("prefix") ?? "";
      if (searchParams.get("recursive") !== "true") {
        await listed;
        return HttpResponse.json(directly(prefix));
      }
      const below = keys.filter((key) => key.startsWith(prefix)).map((key) => object(key, 100));
      if (below.length < 4) return HttpResponse.json(page(below));
      if (searchParams.get("cursor") === null) {
        return HttpResponse.json(page(below.slice(0, 2), { nextCursor: "2" }));
      }
      await secondPage;
      return HttpResponse.json(page(below.slice(2)));
    }),
  );
});

const resultOf = (key: string) => ({
  key,
  outcome: locked.has(key) ? "failed" : "deleted",
  code: locked.has(key) ? "object_locked" : null,
  detail: null,
});

function directly(prefix: string) {
  const rest = keys.filter((key) => key.startsWith(prefix) && key !== prefix);
  const steps = rest.filter((key) => key.includes("/", prefix.length));
  const prefixes = steps.map((key) => key.slice(0, key.indexOf("/", prefix.length) + 1));
  const objects = rest.filter((key) => !steps.includes(key));
  return page(
    objects.map((key) => object(key, 500)),
    { prefixes: [...new Set(prefixes)] },
  );
}

async function askFor(...rows: string[]) {
  open({ prefix: "in/" });
  await row(/^a/);
  for (const name of rows) await userEvent.click(screen.getByRole("checkbox", { name }));
  await userEvent.keyboard("{Delete}");
  return screen.findByRole("alertdialog");
}
const confirm = () => screen.getByRole("button", { name: "확인" });

test("a tree is counted with the count in sight, and only then the word lets it go", async () => {
  const dialog = await askFor("a", "p/");
  expect(dialog).toHaveAccessibleName("삭제할 파일을 세고 있어요");
  expect(await within(dialog).findByText("지금까지 파일 3개, 700 B를 찾았어요.")).toBeVisible();
  expect(within(dialog).getByRole("textbox")).toHaveFocus();
  await userEvent.keyboard("delete{Enter}");
  expect(confirm()).toHaveAccessibleDescription("파일을 다 센 뒤에 확인할 수 있어요");
  expect(within(dialog).getByRole("textbox")).toHaveAccessibleDescription(/다 센 뒤에/);
  goOn();
  await screen.findByRole("alertdialog", { name: "파일 5개를 삭제할까요?" });
  expect(
    within(dialog).getByText("파일 5개(경로 1개 안의 파일 포함), 모두 900 B예요."),
  ).toBeVisible();
  const list = within(dialog).getByRole("group", { name: "삭제할 파일" });
  expect(within(list).getByText("p/q/2", { selector: ".sr-only" })).toBeInTheDocument();
  expect(asked).toEqual([]);
  await userEvent.keyboard("{Enter}");
  await waitFor(() => {
    expect(names()).toEqual(["r/"]);
  });
  expect(asked).toEqual([["in/a", "in/p/", "in/p/1", "in/p/q/2", "in/p/q/3"]]);
  expect(screen.getByText("5개를 삭제했어요")).toBeVisible();
});

test("counting can be called off, nothing goes, and it can be begun again at once", async () => {
  const dialog = await askFor("p/");
  await within(dialog).findByText(/지금까지 파일 2개/);
  await userEvent.click(screen.getByRole("button", { name: "취소" }));
  expect(screen.queryByRole("alertdialog")).toBeNull();
  expect(selected()).toEqual(["p/"]);
  goOn();
  await userEvent.keyboard("{Delete}");
  expect(await screen.findByRole("alertdialog", { name: "파일 4개를 삭제할까요?" })).toBeVisible();
  expect(asked).toEqual([]);
});

test("a prefix of which something stayed stays in the list, selected; the others go", async () => {
  locked.add("in/p/q/2");
  goOn();
  await askFor("p/", "r/");
  await screen.findByRole("alertdialog", { name: "파일 5개를 삭제할까요?" });
  listed = new Promise(() => undefined);
  await userEvent.keyboard("delete{Enter}");
  const dialog = await screen.findByRole("alertdialog", { name: "1개를 삭제하지 못했어요" });
  expect(within(dialog).getByText(/5개 중 4개를 삭제했어요/)).toBeVisible();
  expect(within(dialog).getByText("p/q/2", { selector: ".sr-only" })).toBeInTheDocument();
  await userEvent.click(within(dialog).getByRole("button", { name: "닫기" }));
  expect(names()).toEqual(["p/", "a"]);
  expect(selected()).toEqual(["p/"]);
});

test("a prefix below which something came meanwhile is shown again, and is not selected", async () => {
  goOn();
  await askFor("r/");
  await screen.findByRole("alertdialog", { name: "파일 1개를 삭제할까요?" });
  let list: () => void = () => undefined;
  listed = new Promise((resolve) => {
    list = resolve;
  });
  keys.push("in/r/new");
  await userEvent.keyboard("delete{Enter}");
  await waitFor(() => {
    expect(names()).toEqual(["p/", "a"]);
  });
  list();
  await waitFor(() => {
    expect(names()).toEqual(["p/", "r/", "a"]);
  });
  expect(selected()).toEqual([]);
});

test("a tree that may not be listed is not deleted; it can be counted again", async () => {
  goOn();
  server.use(
    on("get", "/api/objects", ({ request }) =>
      request.url.includes("recursive=true") ? problem("aws_throttled", 429) : undefined,
    ),
  );
  const dialog = await askFor("p/");
  await screen.findByRole("alertdialog", { name: "삭제할 파일을 세지 못했어요" });
  expect(within(dialog).queryByRole("textbox")).toBeNull();
  server.use(on("get", "/api/objects", () => HttpResponse.json(page([object("in/p/1", 100)]))));
  await userEvent.click(screen.getByRole("button", { name: "다시 시도" }));
  await screen.findByRole("alertdialog", { name: "파일 1개를 삭제할까요?" });
  expect(screen.getByRole("textbox")).toHaveFocus();
  expect(asked).toEqual([]);
});

test("a tree that is gone already is said to be, and its row goes", async () => {
  open({ prefix: "in/" });
  await row(/^a/);
  await userEvent.click(screen.getByRole("checkbox", { name: "r/" }));
  keys = keys.filter((key) => key !== "in/r/4");
  await userEvent.keyboard("{Delete}");
  await screen.findByRole("alertdialog", { name: "삭제할 파일이 없어요" });
  await userEvent.click(screen.getByRole("button", { name: "닫기" }));
  await waitFor(() => {
    expect(names()).toEqual(["p/", "a"]);
  });
});

test("more files than can be held are refused, with advice", async () => {
  const many = page(Array.from({ length: 100_001 }, (_, at) => object(`in/p/${at}`, 1)));
  server.use(
    on("get", "/api/objects", ({ request }) =>
      request.url.includes("recursive=true") ? HttpResponse.json(many) : undefined,
    ),
  );
  await askFor("p/");
  await screen.findByRole("alertdialog", { name: "한 번에 삭제하기에는 너무 많아요" });
  expect(screen.getByText(/파일이 100,000개보다 많아요.*수명 주기 규칙/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "확인" })).toBeNull();
  expect(asked).toEqual([]);
});

test("a refusal below a prefix does not turn deletion off for the place", async () => {
  goOn();
  const params = { action: "s3:DeleteObject", resource: "arn:aws:s3:::demo/in/r/4" };
  server.use(on("post", "/api/objects/delete", () => problem("access_denied", 403, params)));
  await askFor("r/");
  await screen.findByRole("alertdialog", { name: "파일 1개를 삭제할까요?" });
  await userEvent.keyboard("delete{Enter}");
  await screen.findByRole("alertdialog", { name: "1개를 삭제하지 못했어요" });
  expect(heard.onDeleteDenied).not.toHaveBeenCalled();
});
