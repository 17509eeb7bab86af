import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse } from "msw";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { config, on, problem, registered } from "@/testing/handlers";
import { setWide } from "@/testing/matchMedia";
import { loadPageWords } from "@/testing/pageWords";
import { server } from "@/testing/server";
import { App } from "./App";
import { language } from "./language";
import { createServices } from "./services";

// Chunks of their own: a loaded machine takes its time to transform them.
beforeAll(async () => {
  await import("./Shell");
  await import("./Preferences");
  await import("./AccountDialogs");
  await import("./BucketSheet");
  await import("./ShortcutsDialog");
  await loadPageWords();
}, 60_000);

beforeEach(() => {
  history.replaceState(null, "", "/");
  act(() => {
    language.set("ko");
  });
});

async function open(path = "/", { account = true } = {}) {
  if (account) localStorage.setItem("s3loader.account", JSON.stringify(registered));
  history.replaceState(null, "", path);
  await act(async () => {
    render(<App services={createServices()} />);
    await Promise.resolve();
  });
  return userEvent.setup();
}

const shell = () => screen.findByRole("button", { name: /user\/lee/ });
const form = () => screen.findByRole("heading", { name: "AWS 계정 연결" });

test("without an account there is the form; registering leads to the address that was asked for", async () => {
  const user = await open("/b/demo-reports", { account: false });
  await form();
  await user.type(screen.getByLabelText("Access Key ID"), "AKIAIOSFODNN7EXAMPLE");
  await user.type(screen.getByLabelText("Secret Access Key"), "wJalr{Enter}");
  await shell();
  expect(await screen.findByRole("link", { name: "demo-reports", current: "page" })).toBeVisible();
  expect(screen.getByRole("main")).toHaveFocus();
});

test("a registered account shows whose it is; 초기화 forgets it and opens the form", async () => {
  const user = await open();
  await user.click(await shell());
  const panel = screen.getByRole("dialog", { name: "연결된 계정" });
  expect(panel).toHaveTextContent("1234-5678-9012");
  expect(panel).toHaveTextContent("arn:aws:iam::123456789012:user/lee");
  expect(within(panel).getByLabelText("Access Key ID")).toHaveValue("AKIA••••••••WXYZ");
  expect(within(panel).getByLabelText("Secret Access Key")).toHaveAttribute("readonly");
  await user.click(within(panel).getByRole("button", { name: "초기화" }));
  await form();
  expect(screen.getByLabelText("Access Key ID")).toHaveValue("");
  expect(localStorage.getItem("s3loader.account")).toBeNull();
});

test("a token that the server cannot open brings the form back, says why and keeps the address", async () => {
  server.use(on("get", "/api/buckets", () => problem("token_invalid", 401)));
  await open("/b/demo-reports?prefix=2026%2F");
  await form();
  expect(screen.getByText("저장된 계정 정보를 열 수 없어요")).toBeVisible();
  expect(location.pathname + location.search).toBe("/b/demo-reports?prefix=2026%2F");
});

test("expired keys open the form over the view, and new ones close it and try again", async () => {
  let isExpired = true;
  server.use(
    on("get", "/api/objects", () =>
      HttpResponse.json({ prefixes: ["2026/"], objects: [], nextCursor: null }),
    ),
    on("get", "/api/buckets", () =>
      isExpired
        ? problem("credentials_expired", 401)
        : HttpResponse.json({ buckets: [], nextCursor: null }),
    ),
  );
  const user = await open("/b/demo-reports");
  const dialog = await screen.findByRole("alertdialog");
  expect(dialog).toHaveTextContent("임시 자격 증명이 만료됐어요");
  expect(await screen.findByRole("grid", { hidden: true })).toBeInTheDocument();
  isExpired = false;
  await user.type(within(dialog).getByLabelText("Access Key ID"), "ASIAIOSFODNN7EXAMPLE");
  await user.type(within(dialog).getByLabelText("Secret Access Key"), "wJalr{Enter}");
  await waitFor(() => {
    expect(screen.queryByRole("alertdialog")).toBeNull();
  });
  expect(await screen.findByText("이 계정에는 버킷이 없어요")).toBeVisible();
});

test("a server that lends its own account needs no form, and says whose account it is", async () => {
  server.use(
    on("get", "/api/config", () => HttpResponse.json({ ...config, serverCredentials: "open" })),
    on("get", "/api/account", () =>
      HttpResponse.json({ identity: registered.identity, maskedKeyId: "AKIA••••••••WXYZ" }),
    ),
  );
  const user = await open("/", { account: false });
  await user.click(await shell());
  const panel = screen.getByRole("dialog", { name: "연결된 계정" });
  expect(panel).toHaveTextContent("이 서버에 설정된 AWS 계정");
  await user.click(within(panel).getByRole("button", { name: "내 키 등록하기" }));
  expect(await screen.findByRole("dialog", { name: "AWS 계정 연결" })).toBeVisible();
});

test("a refused account is not swapped for the server's own without a word", async () => {
  server.use(
    on("get", "/api/config", () => HttpResponse.json({ ...config, serverCredentials: "open" })),
    on("get", "/api/buckets", () => problem("token_invalid", 401)),
    on("get", "/api/account", () => problem("server_credentials_missing", 401)),
  );
  const user = await open();
  await form();
  await user.click(screen.getByRole("button", { name: "서버의 계정으로 돌아가기" }));
  await screen.findByRole("navigation", { name: "버킷" });
});

test("the form opens although the server cannot tell its configuration", async () => {
  server.use(on("get", "/api/config", () => HttpResponse.error()));
  await open("/", { account: false });
  await form();
});

test("English is a switch away, is remembered, and the page says its language", async () => {
  const user = await open();
  await shell();
  await user.click(screen.getByRole("button", { name: /한국어/ }));
  await user.click(screen.getByRole("menuitemradio", { name: "English" }));
  expect(await screen.findByRole("heading", { name: "Buckets" })).toBeVisible();
  expect(document.documentElement).toHaveAttribute("lang", "en");
  expect(localStorage.getItem("s3loader.language")).toBe("en");
});

test("on a phone the buckets are the first page, and a sheet once one is open", async () => {
  setWide(false);
  const user = await open();
  await shell();
  await user.click(await screen.findByRole("link", { name: "demo-photos" }));
  expect(location.pathname).toBe("/b/demo-photos");
  expect(screen.queryByRole("link", { name: "demo-reports" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "버킷 목록" }));
  const sheet = await screen.findByRole("dialog", { name: "버킷 목록" });
  await user.click(await within(sheet).findByRole("link", { name: "demo-reports" }));
  expect(location.pathname).toBe("/b/demo-reports");
  await waitFor(() => {
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

test("? shows the keys, except while a person types", async () => {
  const user = await open();
  await shell();
  await user.type(screen.getByRole("searchbox", { name: "버킷 찾기" }), "?");
  expect(screen.queryByRole("dialog")).toBeNull();
  await user.click(screen.getByRole("heading", { name: "버킷" }));
  await user.keyboard("?");
  expect(await screen.findByRole("dialog", { name: "키보드 단축키" })).toBeVisible();
});

test("an address that leads nowhere says so and offers the start", async () => {
  await open("/nowhere");
  await shell();
  expect(await screen.findByRole("heading", { name: "없는 페이지예요" })).toBeVisible();
  expect(screen.getByRole("link", { name: "처음으로" })).toHaveAttribute("href", "/");
});

test("a path that lacks its last slash gets it, and the address too, with no step to go back to", async () => {
  const steps = history.length;
  await open("/b/demo-reports?prefix=2026%2Fq3");
  expect(await screen.findByRole("heading", { name: "demo-reports/2026/q3/" })).toBeInTheDocument();
  expect(location.search).toBe("?prefix=2026%2Fq3%2F");
  expect(history.length).toBe(steps);
});

test("where buckets cannot be listed, the start says to enter a name", async () => {
  server.use(
    on("get", "/api/buckets", () =>
      problem("access_denied", 403, { action: "s3:ListAllMyBuckets", resource: "*" }),
    ),
  );
  await open();
  const page = await screen.findByRole("main");
  expect(await within(page).findByText("버킷 이름을 입력해 주세요")).toBeVisible();
  expect(within(page).queryByText("버킷을 골라 주세요")).toBeNull();
});
