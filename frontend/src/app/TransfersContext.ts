/** Hands the transfers of the account in use to components. */
import { createContext, use } from "react";
import type { AccountTransfers } from "./accountTransfers";

export const TransfersContext = createContext<AccountTransfers | null>(null);

export function useAccountTransfers(): AccountTransfers {
  const transfers = use(TransfersContext);
  if (transfers === null) throw new Error("useAccountTransfers needs a TransfersContext above it");
  return transfers;
}
