import { HttpResponse } from "msw";
import { beforeEach, expect, test, vi } from "vitest";
import { bodyOf, createApi } from "@/api/client";
import { fakeSignIn, idTokenOf, lee } from "@/testing/fakeSignIn";
import { buckets, on, problem, registered } from "@/testing/handlers";
import { server } from "@/testing/server";
import { createAccountStore, type AccountStore } from "../accountStore";
import { SignInSession } from "./SignInSession";
import type { SignInPort } from "./signInPort";

const kim = { uid: "uid-kim", email: "kim@example.com" };
const atOnce = () => Promise.resolve();

let accounts: AccountStore;
/** The bearers of the calls that the API got. */
let bearers: (string | null)[];

beforeEach(() => {
  accounts = createAccountStore(localStorage, new EventTarget());
  bearers = [];
});

function answering(answer: (bearer: string | null) => Response) {
  server.use(
    on("get", "/api/buckets", ({ request }) => {
      const bearer = request.headers.get("authorization");
      bearers.push(bearer);
      return answer(bearer);
    }),
  );
}

/** A page whose account may be somebody who has signed in. */
function page(load: () => Promise<SignInPort>, patience = atOnce) {
  const session = new SignInSession(accounts, load, null, patience);
  const api = createApi({
    token: () => session.bearerOf(accounts.getSnapshot().account),
    renew: session.renew,
    onError: ({ code }, token) => {
      if (token !== null) accounts.refuse(code, token);
    },
  });
  return { session, list: () => bodyOf(api.GET("/api/buckets")) };
}

const opened = (port: SignInPort, patience = atOnce) => page(() => Promise.resolve(port), patience);

test("calls carry the ID token of who has signed in", async () => {
  answering(() => HttpResponse.json(buckets));
  accounts.signIn(lee);
  await opened(fakeSignIn(lee)).list();
  expect(bearers).toEqual([`Bearer ${idTokenOf(lee)}`]);
});

test("an account of keys never loads Firebase, not even when it is reset", async () => {
  answering(() => HttpResponse.json(buckets));
  accounts.register(registered);
  const load = vi.fn(() => Promise.resolve(fakeSignIn()));
  await page(load).list();
  accounts.reset();
  expect(bearers).toEqual(["Bearer s3l1.sealed"]);
  expect(load).not.toHaveBeenCalled();
});

test("a refused ID token is renewed once, and the person notices nothing", async () => {
  const fresh = `Bearer ${idTokenOf(lee, "2")}`;
  answering((bearer) =>
    bearer === fresh ? HttpResponse.json(buckets) : problem("sign_in_invalid", 401),
  );
  accounts.signIn(lee);
  await expect(opened(fakeSignIn(lee)).list()).resolves.toEqual(buckets);
  expect(bearers).toEqual([`Bearer ${idTokenOf(lee)}`, fresh]);
  expect(accounts.getSnapshot().refusal).toBeNull();
});

test("when the renewed one is refused too, the account is", async () => {
  answering(() => problem("sign_in_invalid", 401));
  accounts.signIn(lee);
  await expect(opened(fakeSignIn(lee)).list()).rejects.toHaveProperty("code", "sign_in_invalid");
  expect(bearers).toHaveLength(2);
  expect(accounts.getSnapshot().refusal).toBe("sign_in_invalid");
});

test("what was refused to one account is not sent again as another", async () => {
  const port = fakeSignIn(lee);
  answering(() => {
    port.become(kim);
    return problem("sign_in_invalid", 401);
  });
  accounts.signIn(lee);
  await expect(opened(port).list()).rejects.toHaveProperty("code", "sign_in_invalid");
  expect(bearers).toHaveLength(1);
});

test.each(["disabled", "ended"] as const)(
  "a person whose sign-in is %s has to sign in again",
  async (code) => {
    accounts.signIn(lee);
    const port = fakeSignIn(lee);
    port.fail(code);
    await expect(opened(port).list()).rejects.toHaveProperty("code", "sign_in_invalid");
    expect(accounts.getSnapshot()).toMatchObject({ account: lee, refusal: "sign_in_invalid" });
  },
);

test("a network that is away ends no sign-in", async () => {
  accounts.signIn(lee);
  const port = fakeSignIn(lee);
  port.fail("network");
  await expect(opened(port).list()).rejects.toHaveProperty("code", "api_unreachable");
  expect(accounts.getSnapshot().refusal).toBeNull();
});

test("code that could not be loaded is loaded by the next call", async () => {
  answering(() => HttpResponse.json(buckets));
  accounts.signIn(lee);
  const load = vi
    .fn<() => Promise<SignInPort>>()
    .mockRejectedValueOnce(new TypeError("Failed to fetch dynamically imported module"))
    .mockResolvedValue(fakeSignIn(lee));
  const { list } = page(load);
  await expect(list()).rejects.toHaveProperty("code", "api_unreachable");
  await expect(list()).resolves.toEqual(buckets);
});

test("a sign-in of another tab is waited for until Firebase has it here, too", async () => {
  answering(() => HttpResponse.json(buckets));
  accounts.signIn(lee);
  const port = fakeSignIn(null);
  const { list } = opened(port, () => new Promise(() => undefined));
  const listed = list();
  await vi.waitFor(() => {
    port.become(lee);
    expect(bearers).toHaveLength(1);
  });
  await expect(listed).resolves.toEqual(buckets);
});

test("a remembered person of whom Firebase knows nothing has to sign in again", async () => {
  accounts.signIn(lee);
  await expect(opened(fakeSignIn(null)).list()).rejects.toHaveProperty("code", "sign_in_invalid");
  expect(accounts.getSnapshot().refusal).toBe("sign_in_invalid");
});

test("signing out signs out of Firebase, and what is under way ends with the last token", async () => {
  answering(() => HttpResponse.json(buckets));
  accounts.signIn(lee);
  const port = fakeSignIn(lee);
  const { session, list } = opened(port);
  await list();
  const { account } = accounts.getSnapshot();
  accounts.reset();
  await vi.waitFor(() => {
    expect(port.current()).toBeNull();
  });
  await expect(session.bearerOf(account)).resolves.toBe(idTokenOf(lee));
});

test("keys in place of a sign-in end it", async () => {
  accounts.signIn(lee);
  const port = fakeSignIn(lee);
  opened(port);
  accounts.register(registered);
  await vi.waitFor(() => {
    expect(port.signOut).toHaveBeenCalledOnce();
  });
});

test("whom Firebase signs out has to sign in again", async () => {
  accounts.signIn(lee);
  const port = fakeSignIn(lee);
  await opened(port).session.port();
  port.become(null);
  expect(accounts.getSnapshot().refusal).toBe("sign_in_invalid");
});

test("whom the API does not want is signed out and never becomes the account", async () => {
  server.use(on("get", "/api/account", () => problem("sign_in_not_allowed", 403)));
  const port = fakeSignIn(kim);
  const { session } = opened(port);
  await expect(session.accept(kim)).rejects.toHaveProperty("code", "sign_in_not_allowed");
  expect(port.current()).toBeNull();
  expect(accounts.getSnapshot().account).toBeNull();
});

test("a server that has other troubles keeps nobody from signing in", async () => {
  server.use(on("get", "/api/account", () => problem("server_unavailable", 503)));
  await opened(fakeSignIn(lee)).session.accept(lee);
  expect(accounts.getSnapshot().account).toMatchObject(lee);
});
