import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { HttpResponse } from "msw";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { on, problem } from "@/testing/handlers";
import { stubLayout } from "@/testing/layout";
import { loadPageWords } from "@/testing/pageWords";
import { server } from "@/testing/server";
import { heard, listing, names, object, open, page, row } from "./testing/browser";

const params = { action: "s3:ListBucket", resource: "arn:aws:s3:::demo" };

beforeAll(loadPageWords);

beforeEach(() => {
  vi.restoreAllMocks();
  stubLayout();
  heard.onInstead.mockReset();
  server.use(on("get", "/api/objects", () => problem("access_denied", 403, params)));
});

test("the only path that may be seen opens in place of the root", async () => {
  open({ listable: ["inbox/"] });
  await vi.waitFor(() => {
    expect(heard.onInstead).toHaveBeenCalledExactlyOnceWith("inbox/");
  });
  expect(screen.queryByRole("alert")).toBeNull();
});

test("who chose the root from within stays there and is offered the path", async () => {
  listing({ "inbox/": page([object("inbox/in.txt")]) });
  open({ prefix: "inbox/", listable: ["inbox/"] });
  await row(/in\.txt/);
  server.use(on("get", "/api/objects", () => problem("access_denied", 403, params)));
  await userEvent.click(screen.getByRole("link", { name: "demo" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("s3:ListBucket");
  expect(screen.getByRole("link", { name: "inbox/" })).toBeVisible();
  expect(heard.onInstead).not.toHaveBeenCalled();
});

test("several paths are offered as links where the list would be", async () => {
  open({ listable: ["inbox/", "logs/2026/"] });
  const link = await screen.findByRole("link", { name: "logs/2026/" });
  expect(link).toHaveAttribute("href", "/b/demo?prefix=logs%2F2026%2F");
  listing({ "logs/2026/": page([object("logs/2026/one.log")]) });
  await userEvent.click(link);
  expect(await row(/one\.log/)).toBeVisible();
});

test("until it is known what may be seen, nothing is said to be refused", async () => {
  open({ listable: undefined });
  await vi.waitFor(() => {
    expect(screen.queryByRole("grid")).toBeNull();
  });
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a path that the person knows can be opened", async () => {
  open({ listable: [] });
  const field = await screen.findByRole("textbox", { name: "경로를 아는 경우 직접 열기" });
  listing({ "team/x/": page([object("team/x/found.txt")]) });
  await userEvent.type(field, "team/x/{Enter}");
  expect(await row(/found\.txt/)).toBeVisible();
});

test("the refusal names what was refused and can be tried again", async () => {
  open({ listable: [] });
  const alert = await screen.findByRole("alert");
  listing({ "": page([object("a.txt")]) });
  await userEvent.click(within(alert).getByRole("button", { name: "다시 시도" }));
  expect(await row(/a\.txt/)).toBeVisible();
});

/** Opens only to who pays. */
function requesterPaysBucket() {
  server.use(
    on("get", "/api/objects", ({ request }) =>
      new URL(request.url).searchParams.get("requesterPays") === "true"
        ? HttpResponse.json(page([object("paid.txt")]))
        : problem("access_denied", 403, params),
    ),
  );
}

test("a bucket whose requester pays is opened once the person agrees, and not before", async () => {
  requesterPaysBucket();
  open({ listable: [] });
  expect(await screen.findByText(/버킷 주인 대신 연결된 내 AWS 계정이 내요/)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "요청자 지불 버킷으로 열기" }));
  expect(await row(/paid/)).toBeVisible();
  expect(names()).toEqual(["paid.txt"]);
});

test("what is refused to who pays, too, can be taken back", async () => {
  open({ listable: [] });
  await userEvent.click(await screen.findByRole("button", { name: "요청자 지불 버킷으로 열기" }));
  await userEvent.click(await screen.findByRole("button", { name: "요청자 지불 해제" }));
  expect(await screen.findByRole("button", { name: "요청자 지불 버킷으로 열기" })).toBeVisible();
});
