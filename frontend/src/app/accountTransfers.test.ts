import { HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";
import type { Api } from "@/api/client";
import { createAccountStore, type AccountStore } from "@/features/accounts/accountStore";
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
  all = new AccountTransfers(accounts);
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

test("new keys of the same identity are used from then on, and nothing is cancelled", async () => {
  const first = use();
  accounts.register({ ...registered, token: "s3l1.renewed" });
  await first.call();
  expect(bearers).toEqual(["Bearer s3l1.renewed"]);
  expect(first.transfers.cancelAll).not.toHaveBeenCalled();
  expect(use().current).toBe(first.transfers);
});

test("another account cancels them with their own token and starts with none", async () => {
  const first = use();
  accounts.register(other);
  expect(first.transfers.cancelAll).toHaveBeenCalledOnce();
  await first.call();
  expect(bearers).toEqual(["Bearer s3l1.sealed"]);
  const second = use();
  expect(second.current).not.toBe(first.transfers);
  await second.call();
  expect(bearers.at(-1)).toBe("Bearer s3l1.other");
});

test("a reset cancels them with their own token", async () => {
  const first = use();
  accounts.reset();
  expect(first.transfers.cancelAll).toHaveBeenCalledOnce();
  await first.call();
  expect(bearers).toEqual(["Bearer s3l1.sealed"]);
  expect(all.existing()).toBeNull();
});

test("a refused token keeps them for the same identity only", () => {
  const first = use();
  accounts.refuse("token_invalid", registered.token);
  expect(first.transfers.cancelAll).not.toHaveBeenCalled();
  expect(all.existing()).toBe(first.transfers);
  accounts.register({ ...registered, token: "s3l1.renewed" });
  expect(all.existing()).toBe(first.transfers);
  accounts.refuse("token_invalid", "s3l1.renewed");
  accounts.register(other);
  expect(first.transfers.cancelAll).toHaveBeenCalledOnce();
});
