/** What lives as long as the page: the account, the API client, server state, transfers and their folder. */
import type { QueryClient } from "@tanstack/react-query";
import { createApi, type Api } from "@/api/client";
import { configQuery } from "@/api/useConfig";
import { createAccountStore, type AccountStore } from "@/features/accounts/accountStore";
import { takeSignInLink } from "@/features/accounts/signIn/signInLink";
import { SignInSession } from "@/features/accounts/signIn/SignInSession";
import { createBrowserLocalFolder, type BrowserLocalFolder } from "@/transfer/browserLocalFolder";
import { AccountTransfers, ownerOf } from "./accountTransfers";
import { createQueryClient } from "./queryClient";

export interface Services {
  readonly accounts: AccountStore;
  readonly signIn: SignInSession;
  readonly api: Api;
  readonly queries: QueryClient;
  readonly transfers: AccountTransfers;
  readonly localFolder: BrowserLocalFolder;
}

export function createServices(): Services {
  const accounts = createAccountStore(localStorage);
  const queries = createQueryClient();
  const signIn = new SignInSession(accounts, loadPort, takeSignInLink());
  const api = createApi({
    token: () => signIn.bearerOf(accounts.getSnapshot().account),
    renew: signIn.renew,
    onError: ({ code }, token) => {
      if (token !== null) accounts.refuse(code, token);
    },
  });
  async function loadPort() {
    const config = await queries.query({ ...configQuery(api), staleTime: "static" });
    const { firebasePort } = await import("@/features/accounts/signIn/firebasePort");
    return firebasePort(config);
  }
  forgetOthersState(accounts, queries);
  const transfers = new AccountTransfers(accounts, signIn);
  return { accounts, signIn, api, queries, transfers, localFolder: createBrowserLocalFolder() };
}

/** What one account could see is not shown to the next; the same one connected anew tries again. */
function forgetOthersState(accounts: AccountStore, queries: QueryClient): void {
  let before = accounts.getSnapshot().account;
  const ofAccount = {
    predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== "config",
  };
  accounts.subscribe(() => {
    const { account } = accounts.getSnapshot();
    if (account === before) return;
    if (account === null) queries.removeQueries(ofAccount);
    else if (ownerOf(account) === ownerOf(before)) void queries.invalidateQueries(ofAccount);
    else void queries.resetQueries(ofAccount);
    before = account;
  });
}
