import { HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";
import type { Api } from "@/api/client";
import { createAccountStore, type AccountStore } from "@/features/accounts/accountStore";
import { noSignIn } from "@/testing/fakeSignIn";
import { fakeTransfers } from "@/testing/fakeTransfers";
import { buckets, on, registered } from "@/testing/handlers";
import { server } from "@/testing/server";
import { AccountTransfers } from "./accountTransfers";

const other = {
  ...registered,
  token: "s3l1.other",
  identity: { ...registered.identity, arn: "arn:aws:iam::123456789012:user/kim" },
};

let accounts: AccountStore;
let all: AccountTransfers;
/** The tokens that the transfers' calls carried. */
let bearers: (string | null)[];

beforeEach(() => {
  accounts = createAccountStore(localStorage, new EventTarget());
  accounts.register(registered);
  all = new AccountTransfers(accounts, noSignIn(accounts));
  bearers = [];
  server.use(
    on("get", "/api/buckets", ({ request }) => {
      bearers.push(request.headers.get("authorization"));
      return HttpResponse.json(buckets);
    }),
  );
});

function use() {
  const transfers = fakeTransfers();
  let api: Api | undefined;
  const current = all.current((made) => {
    api = made;
    return transfers;
  });
  return { transfers, current, call: () => api?.GET("/api/buckets") };
}

test("new keys of the same identity are used from then on, and what waited for them goes on", async () => {
  const first = use();
  accounts.register({ ...registered, token: "s3l1.renewed" });
  expect(first.transfers.credentialsRenewed).toHaveBeenCalledOnce();
  await first.call();
  expect(bearers).toEqual(["Bearer s3l1.renewed"]);
  expect(first.transfers.cancelAll).not.toHaveBeenCalled();
  expect(use().current).toBe(first.transfers);
});

test("keys that S3 refuses open the account form, and the next ones go on", () => {
  const { transfers } = use();
  transfers.expire();
  expect(accounts.getSnapshot()).toEqual({
    account: { kind: "keys", ...registered },
    refusal: "credentials_expired",
  });
  expect(transfers.credentialsRenewed).not.toHaveBeenCalled();
  accounts.register({ ...registered, token: "s3l1.renewed" });
  expect(transfers.credentialsRenewed).toHaveBeenCalledOnce();
});

test("another account starts with none, and finds nothing cancelled when the first comes back", async () => {
  const first = use();
  accounts.register(other);
  expect(first.transfers.setAside).toHaveBeenCalledOnce();
  expect(first.transfers.cancelAll).not.toHaveBeenCalled();
  const second = use();
  expect(second.current).not.toBe(first.transfers);
  await second.call();
  accounts.register({ ...registered, token: "s3l1.renewed" });
  expect(second.transfers.setAside).toHaveBeenCalledOnce();
  expect(first.transfers.credentialsRenewed).toHaveBeenCalledOnce();
  expect(use().current).toBe(first.transfers);
  await first.call();
  expect(bearers).toEqual(["Bearer s3l1.other", "Bearer s3l1.renewed"]);
});

test("a reset of another tab, which asked nobody here, only sets them aside", () => {
  const first = use();
  accounts.reset();
  expect(first.transfers.setAside).toHaveBeenCalledOnce();
  expect(first.transfers.cancelAll).not.toHaveBeenCalled();
  expect(all.existing()).toBeNull();
});

test("letting the account go cancels them with their own token", async () => {
  const first = use();
  all.abandon();
  accounts.reset();
  expect(first.transfers.cancelAll).toHaveBeenCalledOnce();
  await first.call();
  expect(bearers).toEqual(["Bearer s3l1.sealed"]);
  expect(all.existing()).toBeNull();
});

test("a refused token keeps them until somebody is connected again", () => {
  const first = use();
  accounts.refuse("token_invalid", registered.token);
  expect(first.transfers.setAside).not.toHaveBeenCalled();
  expect(all.existing()).toBe(first.transfers);
  accounts.register({ ...registered, token: "s3l1.renewed" });
  expect(all.existing()).toBe(first.transfers);
  accounts.refuse("token_invalid", "s3l1.renewed");
  accounts.register(other);
  expect(first.transfers.setAside).toHaveBeenCalledOnce();
});
