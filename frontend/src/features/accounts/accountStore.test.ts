import { beforeEach, describe, expect, test, vi } from "vitest";
import { idTokenOf, lee } from "@/testing/fakeSignIn";
import { registered } from "@/testing/handlers";
import { createAccountStore } from "./accountStore";

const keys = { kind: "keys", ...registered };
const signedIn = { kind: "signed-in", ...lee, signedInAt: 1 };

let tabs: EventTarget;

beforeEach(() => {
  tabs = new EventTarget();
});

const open = (now = 1) => createAccountStore(localStorage, tabs, () => now);

test("a registered account is there after a reload", () => {
  open().register(registered);
  expect(open().getSnapshot()).toEqual({ account: keys, refusal: null });
});

test("only the token, the identity and the masked key id are stored", () => {
  const answer = { ...registered, secretAccessKey: "wJalr" };
  open().register(answer);
  expect(JSON.stringify(Object.entries(localStorage))).not.toContain("wJalr");
});

test("a reset forgets the account, also after a reload", () => {
  const store = open();
  store.register(registered);
  store.reset();
  expect(store.getSnapshot().account).toBeNull();
  expect(open().getSnapshot().account).toBeNull();
});

test.each([
  "not json",
  "null",
  "7",
  "{}",
  '{"token":"t","identity":{}}',
  '{"token":"t"}',
  '{"kind":"signed-in"}',
])("what is not an account in the storage counts as none: %s", (stored) => {
  localStorage.setItem("s3loader.account", stored);
  expect(open().getSnapshot().account).toBeNull();
});

test("who has signed in is there after a reload, and no token is stored", () => {
  const store = open();
  store.signIn(lee);
  expect(open().getSnapshot()).toEqual({ account: signedIn, refusal: null });
  expect(localStorage.getItem("s3loader.account")).not.toContain("token");
});

test("an account that was stored before people could sign in is one of keys", () => {
  localStorage.setItem("s3loader.account", JSON.stringify(registered));
  expect(open().getSnapshot().account).toEqual(keys);
});

test("signing in again is news for other tabs", () => {
  open(1).signIn(lee);
  const first = localStorage.getItem("s3loader.account");
  open(2).signIn(lee);
  expect(localStorage.getItem("s3loader.account")).not.toBe(first);
});

test("another tab's account is taken over, and so is its reset", () => {
  const here = open();
  const changed = vi.fn();
  here.subscribe(changed);
  createAccountStore(localStorage, new EventTarget()).register(registered);
  tabs.dispatchEvent(new StorageEvent("storage", { key: "s3loader.account" }));
  expect(here.getSnapshot().account).toEqual(keys);
  localStorage.clear();
  tabs.dispatchEvent(new StorageEvent("storage", { key: null }));
  expect(here.getSnapshot().account).toBeNull();
  expect(changed).toHaveBeenCalledTimes(2);
});

describe("when a call is refused", () => {
  test.each(["token_invalid", "not_registered"] as const)("%s forgets the account", (code) => {
    const store = open();
    store.register(registered);
    store.refuse(code, registered.token);
    expect(store.getSnapshot()).toEqual({ account: null, refusal: code });
    expect(open().getSnapshot().account).toBeNull();
  });

  test.each(["credentials_expired", "access_key_unknown", "secret_key_wrong"] as const)(
    "%s keeps the account, so that the view stays, and says why the form opens",
    (code) => {
      const store = open();
      store.register(registered);
      store.refuse(code, registered.token);
      expect(store.getSnapshot()).toEqual({ account: keys, refusal: code });
    },
  );

  test("other failures leave the account alone", () => {
    const store = open();
    store.register(registered);
    store.refuse("access_denied", registered.token);
    expect(store.getSnapshot().refusal).toBeNull();
  });

  test("a late answer to an earlier account's call leaves the new account alone", () => {
    const store = open();
    store.register(registered);
    store.refuse("token_invalid", "s3l1.earlier");
    expect(store.getSnapshot()).toEqual({ account: keys, refusal: null });
  });

  test("new keys end it", () => {
    const store = open();
    store.register(registered);
    store.refuse("credentials_expired", registered.token);
    store.register({ ...registered, token: "s3l1.new" });
    expect(store.getSnapshot().refusal).toBeNull();
  });

  test.each(["sign_in_invalid", "sign_in_not_allowed"] as const)(
    "%s keeps who has signed in, until they do so again",
    (code) => {
      const store = open();
      store.signIn(lee);
      store.refuse(code, idTokenOf(lee));
      expect(store.getSnapshot()).toEqual({ account: signedIn, refusal: code });
      store.signIn(lee);
      expect(store.getSnapshot().refusal).toBeNull();
    },
  );

  test("a late answer to somebody else's call leaves who has signed in alone", () => {
    const store = open();
    store.signIn(lee);
    store.refuse("sign_in_invalid", idTokenOf({ uid: "uid-kim" }));
    store.loseSignIn("uid-kim");
    expect(store.getSnapshot()).toEqual({ account: signedIn, refusal: null });
  });
});
