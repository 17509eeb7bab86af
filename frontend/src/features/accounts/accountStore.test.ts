import { beforeEach, describe, expect, test, vi } from "vitest";
import { registered } from "@/testing/handlers";
import { createAccountStore } from "./accountStore";

let tabs: EventTarget;

beforeEach(() => {
  tabs = new EventTarget();
});

const open = () => createAccountStore(localStorage, tabs);

test("a registered account is there after a reload", () => {
  open().register(registered);
  expect(open().getSnapshot()).toEqual({ account: registered, refusal: null });
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

test.each(["not json", "null", "7", "{}", '{"token":"t","identity":{}}', '{"token":"t"}'])(
  "what is not an account in the storage counts as none: %s",
  (stored) => {
    localStorage.setItem("s3loader.account", stored);
    expect(open().getSnapshot().account).toBeNull();
  },
);

test("another tab's account is taken over, and so is its reset", () => {
  const here = open();
  const changed = vi.fn();
  here.subscribe(changed);
  createAccountStore(localStorage, new EventTarget()).register(registered);
  tabs.dispatchEvent(new StorageEvent("storage", { key: "s3loader.account" }));
  expect(here.getSnapshot().account).toEqual(registered);
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
      expect(store.getSnapshot()).toEqual({ account: registered, refusal: code });
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
    expect(store.getSnapshot()).toEqual({ account: registered, refusal: null });
  });

  test("new keys end it", () => {
    const store = open();
    store.register(registered);
    store.refuse("credentials_expired", registered.token);
    store.register({ ...registered, token: "s3l1.new" });
    expect(store.getSnapshot().refusal).toBeNull();
  });
});
