import { screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { HttpResponse } from "msw";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { on, problem } from "@/testing/handlers";
import { server } from "@/testing/server";
import type { ShareLimit } from "../objectDetails";
import { detailsOf, key, previewOf, previews, tells } from "../testing/details";
import { open } from "../testing/panel";

const url = "https://demo.s3.test/q3.csv?X-Amz-Signature=2";
const signature: ShareLimit = { maxSeconds: 604_800, boundBy: "signature", sessionEndsAt: null };

let asked: unknown[];

beforeEach(() => {
  asked = [];
  previews(previewOf());
  server.use(
    on("post", "/api/objects/share", async ({ request }) => {
      asked.push(await request.json());
      return HttpResponse.json({ url, expiresAt: "2026-11-24T01:11:00Z", limit: signature });
    }),
  );
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function openDialog(share: ShareLimit = signature, requesterPays = false) {
  const user = userEvent.setup();
  tells(detailsOf({ share }));
  open({ requesterPays });
  await user.click(await screen.findByRole("button", { name: "링크 복사" }));
  await screen.findByRole("dialog", { name: "파일 링크" });
  return user;
}

const radio = (name: string) => screen.getByRole("radio", { name });
const copyLink = () => screen.getAllByRole("button", { name: "링크 복사" }).at(-1) as HTMLElement;

test("a link is made for the chosen time, copied, and says until when it works", async () => {
  const user = await openDialog();
  await user.click(radio("1일"));
  await user.click(copyLink());
  expect(await screen.findByText(/복사했어요\. 2026-11-24 \d\d:11까지 열려요/)).toBeVisible();
  expect(asked).toEqual([{ bucket: "demo", key, seconds: 86_400 }]);
  expect(await navigator.clipboard.readText()).toBe(url);
});

test("it says who can read the file with it, and that it cannot be taken back", async () => {
  await openDialog();
  expect(screen.getByText(/누구나 로그인 없이.*거둘 수 없고/)).toBeVisible();
});

test("where the browser does not let it copy, the link stands there to be copied", async () => {
  const user = await openDialog();
  vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new DOMException("no"));
  await user.click(copyLink());
  expect(await screen.findByText(/아래에서 복사해 주세요/)).toBeVisible();
  expect(screen.getByRole("textbox", { name: "파일 링크" })).toHaveValue(url);
});

test("temporary credentials: longer times are off, with the reason", async () => {
  await openDialog({ maxSeconds: 43_200, boundBy: "session", sessionEndsAt: null });
  expect(radio("12시간")).toBeEnabled();
  expect(radio("1일")).toBeDisabled();
  expect(screen.getByRole("group", { name: "링크를 쓸 수 있는 시간" })).toHaveAccessibleDescription(
    /길어도 12시간.*세션이 먼저 끝나면/,
  );
});

test("a session of unknown end: the link works until then at the latest", async () => {
  const limit: ShareLimit = { maxSeconds: 43_200, boundBy: "session", sessionEndsAt: null };
  server.use(
    on("post", "/api/objects/share", () =>
      HttpResponse.json({ url, expiresAt: "2026-11-24T01:11:00Z", limit }),
    ),
  );
  const user = await openDialog(limit);
  await user.click(copyLink());
  expect(
    await screen.findByText(/복사했어요\. 늦어도 2026-11-24 \d\d:11까지만 열려요/),
  ).toBeVisible();
});

test("who agreed to pay is told that each download with the link is billed to the account", async () => {
  await openDialog(signature, true);
  expect(screen.getByText(/받을 때마다.*내 AWS 계정이 내요/)).toBeVisible();
});

test("where the owner pays, nothing is said of costs", async () => {
  await openDialog();
  expect(screen.queryByText(/내 AWS 계정이 내요/)).toBeNull();
});

test("a session whose end is known: what goes beyond it is off, and the end is told", async () => {
  const soon = new Date(Date.now() + 2 * 3_600_000).toISOString();
  await openDialog({ maxSeconds: 43_200, boundBy: "session", sessionEndsAt: soon });
  expect(radio("1시간")).toBeEnabled();
  expect(radio("12시간")).toBeDisabled();
  expect(screen.getByText(/임시 자격 증명이 \d{4}-.*에 끝나고/)).toBeVisible();
});

test("what S3 or the server refuses is told in the dialog", async () => {
  server.use(on("post", "/api/objects/share", () => problem("not_found", 404)));
  const user = await openDialog();
  await user.click(copyLink());
  expect(await screen.findByRole("alert")).toHaveTextContent("찾는 것이 없어요");
});
