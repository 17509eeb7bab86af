import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { fakeSignIn, lee } from "@/testing/fakeSignIn";
import { config, on, problem } from "@/testing/handlers";
import { renderWith } from "@/testing/renderWith";
import { server } from "@/testing/server";
import { createAccountStore } from "../accountStore";
import { SignInContext } from "./SignInContext";
import type { SignInFailureCode } from "./SignInFailure";
import { linkEmail } from "./signInLink";
import { SignInPanel } from "./SignInPanel";
import { SignInSession } from "./SignInSession";

const firebase = { apiKey: "key", authDomain: "demo.firebaseapp.com", projectId: "demo" };
const link = "https://loader.test/?mode=signIn&oobCode=once&apiKey=key";

afterEach(() => {
  vi.useRealTimers();
});

/** `openedBy`: the link that the page was opened by. */
function open(openedBy: string | null = null, web: typeof config.firebase = firebase) {
  server.use(on("get", "/api/account", () => Response.json({})));
  const port = fakeSignIn();
  const accounts = createAccountStore(localStorage, new EventTarget());
  const session = new SignInSession(accounts, () => Promise.resolve(port), openedBy);
  renderWith(
    <SignInContext value={session}>
      <SignInPanel config={{ ...config, firebase: web }} />
    </SignInContext>,
  );
  return { port, accounts, user: userEvent.setup() };
}

const email = () => screen.getByLabelText("이메일");
const send = () => screen.getByRole("button", { name: "로그인 링크 보내기" });
const withGoogle = () => screen.getByRole("button", { name: "Google로 로그인" });

test("a link is sent to the address that was entered, and the panel says what to do", async () => {
  const { port, user } = open();
  await user.type(email(), " lee@example.com{Enter}");
  expect(await screen.findByText(/lee@example.com 주소로 링크를 보냈어요/)).toBeVisible();
  expect(port.sendLink).toHaveBeenCalledExactlyOnceWith("lee@example.com");
});

test("what is no address is sent nowhere", async () => {
  const { port, user } = open();
  await user.type(email(), "lee");
  await user.click(send());
  expect(email()).toHaveAccessibleDescription("이메일 주소를 입력해 주세요");
  expect(port.sendLink).not.toHaveBeenCalled();
});

test("the link can be sent again after 30 seconds, not before, and another address entered", async () => {
  vi.useFakeTimers();
  const { port } = open();
  fireEvent.change(email(), { target: { value: "lee@example.com" } });
  await act(async () => {
    fireEvent.click(send());
    await vi.advanceTimersByTimeAsync(0);
  });
  await act(() => vi.advanceTimersByTimeAsync(29_000));
  const again = screen.getByRole("button", { name: "다시 보내기" });
  fireEvent.click(again);
  expect(port.sendLink).toHaveBeenCalledOnce();
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  await act(async () => {
    fireEvent.click(again);
    await vi.advanceTimersByTimeAsync(0);
  });
  expect(port.sendLink).toHaveBeenCalledTimes(2);
  fireEvent.click(screen.getByRole("button", { name: "다른 이메일 쓰기" }));
  expect(email()).toBeVisible();
});

test("a link that is opened where it was asked for signs in by itself", async () => {
  linkEmail.keep("lee@example.com");
  const { port, accounts } = open(link);
  await waitFor(() => {
    expect(accounts.getSnapshot().account).toMatchObject(lee);
  });
  expect(port.finishLink).toHaveBeenCalledExactlyOnceWith("lee@example.com", link);
  expect(linkEmail.read()).toBeNull();
});

test("another browser is asked for the address, and a wrong one can be mended", async () => {
  const { port, accounts, user } = open(link);
  port.fail("email_wrong");
  await user.type(email(), "kim@example.com{Enter}");
  expect(await screen.findByText("이메일 주소를 확인해 주세요")).toBeVisible();
  port.fail(null);
  await user.clear(email());
  await user.type(email(), "lee@example.com{Enter}");
  await waitFor(() => {
    expect(accounts.getSnapshot().account).toMatchObject(lee);
  });
});

test.each([
  ["link_expired", "만료된 로그인 링크예요"],
  ["link_used", "쓸 수 없는 로그인 링크예요"],
] as const)("%s says so and offers a new link", async (code, words) => {
  const { port, user } = open(link);
  port.fail(code);
  await user.type(email(), "lee@example.com{Enter}");
  expect(await screen.findByText(words)).toBeVisible();
  expect(send()).toBeVisible();
});

test.each<[SignInFailureCode, string]>([
  ["popup_blocked", "로그인 창이 차단됐어요"],
  ["popup_closed", "로그인 창이 닫혔어요"],
  ["domain_unknown", "이 주소에서는 로그인할 수 없어요"],
  ["network", "로그인 서비스에 연결하지 못했어요"],
])("Google: %s has words of its own, and can be tried again", async (code, words) => {
  const { port, accounts, user } = open();
  port.fail(code);
  await user.click(withGoogle());
  expect(await screen.findByText(words)).toBeVisible();
  port.fail(null);
  await user.click(withGoogle());
  await waitFor(() => {
    expect(accounts.getSnapshot().account).toMatchObject(lee);
  });
});

test("whom the server does not want is told so by their address", async () => {
  const { accounts, user } = open();
  server.use(on("get", "/api/account", () => problem("sign_in_not_allowed", 403)));
  await user.click(withGoogle());
  expect(await screen.findByText("lee@example.com 주소로는 쓸 수 없어요")).toBeVisible();
  expect(send()).toBeVisible();
  expect(accounts.getSnapshot().account).toBeNull();
});

test("a deployment without a web config says what is missing, and offers no way in", () => {
  open(null, { apiKey: "key" });
  expect(screen.getByRole("alert")).toHaveTextContent("FIREBASE_WEB_CONFIG에 authDomain 값이");
  expect(screen.queryByRole("button")).toBeNull();
});
