import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { on, problem } from "@/testing/handlers";
import { stubLayout } from "@/testing/layout";
import { server } from "@/testing/server";
import { completed, heard, listing, names, object, open, page } from "./testing/browser";

beforeEach(() => {
  vi.restoreAllMocks();
  heard.onUpload.mockReset();
  stubLayout();
});

test("prefixes come first, objects show size, moment and class", async () => {
  listing({ "": page([object("a 10.pdf", 48_213), object("a 9.pdf")], { prefixes: ["z/"] }) });
  open();
  const row = await screen.findByRole("row", { name: /a 10\.pdf/ });
  expect(row).toHaveTextContent("48.2 KB");
  expect(row).toHaveTextContent(/2026-11-\d\d \d\d:11/);
  expect(row).toHaveTextContent("Standard");
  expect(names()).toEqual(["z/", "a 9.pdf", "a 10.pdf"]);
});

test("a prefix is a link that opens in a new tab or, with a plain click, here", async () => {
  listing({ "": page([], { prefixes: ["한글/"] }), "한글/": page([object("한글/안.txt")]) });
  open();
  const link = await screen.findByRole("link", { name: /한글/ });
  expect(link).toHaveAttribute("href", "/b/demo?prefix=%ED%95%9C%EA%B8%80%2F");
  await userEvent.click(link);
  expect(await screen.findByRole("row", { name: /안\.txt/ })).toBeVisible();
});

test("the keyboard walks into a prefix and up again, to the row it came from", async () => {
  listing({ "": page([], { prefixes: ["a/", "b/"] }), "b/": page([object("b/in.txt")]) });
  open();
  (await screen.findByRole("grid")).focus();
  await userEvent.keyboard("{ArrowDown}{ArrowDown}{Enter}");
  expect(await screen.findByRole("row", { name: /in\.txt/ })).toBeVisible();
  await userEvent.keyboard("{Backspace}");
  await waitFor(() => {
    expect(screen.getByRole("link", { name: "b/" })).toHaveFocus();
  });
});

test("a press on a header sorts by its column and says so", async () => {
  listing({ "": page([object("big", 900), object("small", 1)]) });
  open();
  await userEvent.click(await screen.findByRole("button", { name: "크기" }));
  expect(names()).toEqual(["small", "big"]);
  await userEvent.click(screen.getByRole("button", { name: "크기" }));
  expect(screen.getByRole("columnheader", { name: "크기" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  expect(names()).toEqual(["big", "small"]);
});

test("the filter says that it looks only through what is loaded", async () => {
  listing({ "": page([object("report.pdf"), object("photo.jpg")], { nextCursor: "2" }) });
  open();
  await screen.findByRole("row", { name: /photo/ });
  await userEvent.keyboard("/REPORT");
  expect(screen.getByRole("searchbox", { name: "필터" })).toHaveValue("REPORT");
  await waitFor(() => {
    expect(names()).toEqual(["report.pdf"]);
  });
  expect(screen.getByText("불러온 2개 중 1개 표시")).toBeVisible();
});

test("a filter that finds nothing offers to load more, or to be cleared", async () => {
  listing({ "": page([object("a")], { nextCursor: "2" }), "2": page([object("b")]) });
  open();
  await screen.findByText("1개 불러옴");
  await userEvent.keyboard("/zzz");
  await userEvent.click(await screen.findByRole("button", { name: "더 불러오기" }));
  await userEvent.click(await screen.findByRole("button", { name: "필터 지우기" }));
  await waitFor(() => {
    expect(names()).toEqual(["a", "b"]);
  });
});

test("more is loaded on demand and the count tells it", async () => {
  listing({ "": page([object("a")], { nextCursor: "2" }), "2": page([object("b")]) });
  open();
  expect(await screen.findByText("1개 불러옴")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "더 불러오기" }));
  expect(await screen.findByText("모두 2개")).toBeVisible();
  expect(screen.queryByRole("button", { name: "더 불러오기" })).toBeNull();
});

test("a further page that fails keeps the rows and says what happened", async () => {
  listing({ "": page([object("a")], { nextCursor: "2" }) });
  open();
  await screen.findByText("1개 불러옴");
  server.use(on("get", "/api/objects", () => problem("aws_throttled", 429)));
  await userEvent.click(screen.getByRole("button", { name: "더 불러오기" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("더 불러오지 못했어요");
  expect(names()).toEqual(["a"]);
});

test("an empty prefix says what to do, and does it", async () => {
  listing({ "in/": page([]) });
  open({ prefix: "in/" });
  expect(await screen.findByText("이 경로는 비어 있어요")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "파일 고르기" }));
  expect(heard.onUpload).toHaveBeenCalledOnce();
});

test("a prefix that does not exist says so and leads up, because nothing can be uploaded there", async () => {
  const gone = page([], { prefixExists: false });
  listing({ "in/": page([object("in/here.txt")]), "in/gone/": gone });
  open({ prefix: "in/gone/" });
  expect(await screen.findByText("없는 경로예요")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "위 경로로 가기" }));
  expect(await screen.findByRole("row", { name: /here/ })).toBeVisible();
});

test("a refused listing stands in the place of the list, with what was refused", async () => {
  const params = { action: "s3:ListBucket", resource: "arn:aws:s3:::demo" };
  server.use(on("get", "/api/objects", () => problem("access_denied", 403, params)));
  open();
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("s3:ListBucket");
  expect(alert).toHaveTextContent("11111111-2222-4333-8444-555555555555");
  listing({ "": page([object("a")]) });
  await userEvent.click(within(alert).getByRole("button", { name: "다시 시도" }));
  expect(await screen.findByRole("row", { name: /1\.0 KB/ })).toBeVisible();
});

test("an upload that completes here appears without being asked for", async () => {
  listing({ "in/": page([object("in/old.txt")]) });
  open({ prefix: "in/" });
  await screen.findByRole("row", { name: /old/ });
  listing({ "in/": page([object("in/new.txt"), object("in/old.txt")]) });
  completed({ bucket: "demo", prefix: "in/", key: "in/new.txt" });
  expect(await screen.findByRole("row", { name: /new/ }, { timeout: 3000 })).toBeVisible();
  expect(names()).toEqual(["new.txt", "old.txt"]);
});

test("u opens the picker, also on a Korean keyboard, but not while typing", async () => {
  open();
  await userEvent.keyboard("u");
  document.body.dispatchEvent(
    new KeyboardEvent("keydown", { key: "ㅕ", code: "KeyU", bubbles: true }),
  );
  expect(heard.onUpload).toHaveBeenCalledTimes(2);
  await userEvent.keyboard("/u");
  expect(heard.onUpload).toHaveBeenCalledTimes(2);
});

test("a long path keeps its ends in sight and its middle in a menu", async () => {
  open({ prefix: "a/b/c/d/e/f/" });
  const path = screen.getByRole("navigation", { name: "경로" });
  expect(
    within(path)
      .getAllByRole("link")
      .map((link) => link.textContent),
  ).toEqual(["demo", "c", "d", "e", "f"]);
  await userEvent.click(within(path).getByRole("button", { name: "가려진 경로 보기" }));
  await userEvent.click(screen.getByRole("menuitem", { name: "b" }));
  expect(within(path).getAllByRole("link").at(-1)).toHaveTextContent("b");
});
