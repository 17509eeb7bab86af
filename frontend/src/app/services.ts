/** What lives as long as the page: the account, the API client, server state, transfers and their folder. */
import type { QueryClient } from "@tanstack/react-query";
import { createApi, type Api } from "@/api/client";
import { createAccountStore, type AccountStore } from "@/features/accounts/accountStore";
import { createBrowserLocalFolder, type BrowserLocalFolder } from "@/transfer/browserLocalFolder";
import { AccountTransfers } from "./accountTransfers";
import { createQueryClient } from "./queryClient";

export interface Services {
  readonly accounts: AccountStore;
  readonly api: Api;
  readonly queries: QueryClient;
  readonly transfers: AccountTransfers;
  readonly localFolder: BrowserLocalFolder;
}

export function createServices(): Services {
  const accounts = createAccountStore(localStorage);
  const api = createApi({
    token: () => accounts.getSnapshot().account?.token ?? null,
    onError: ({ code }, token) => {
      if (token !== null) accounts.refuse(code, token);
    },
  });
  const queries = createQueryClient();
  forgetOthersState(accounts, queries);
  const transfers = new AccountTransfers(accounts);
  return { accounts, api, queries, transfers, localFolder: createBrowserLocalFolder() };
}

/** What one account could see is not shown to the next; new keys of the same one try again. */
function forgetOthersState(accounts: AccountStore, queries: QueryClient): void {
  let before = accounts.getSnapshot().account;
  const ofAccount = {
    predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== "config",
  };
  accounts.subscribe(() => {
    const { account } = accounts.getSnapshot();
    if (account === before) return;
    if (account === null) queries.removeQueries(ofAccount);
    else if (account.identity.arn === before?.identity.arn)
      void queries.invalidateQueries(ofAccount);
    else void queries.resetQueries(ofAccount);
    before = account;
  });
}
