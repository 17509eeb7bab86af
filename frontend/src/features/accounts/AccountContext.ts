/** Hands the account store to components. */
import { createContext, use, useSyncExternalStore } from "react";
import type { AccountState, AccountStore } from "./accountStore";

export const AccountContext = createContext<AccountStore | null>(null);

export function useAccountStore(): AccountStore {
  const store = use(AccountContext);
  if (store === null) throw new Error("useAccountStore needs an AccountContext above it");
  return store;
}

export function useAccount(): AccountState {
  const store = useAccountStore();
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
}
