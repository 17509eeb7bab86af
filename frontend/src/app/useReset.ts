/** Forgets the account, or signs out; asks first if transfers would be cancelled with it. */
import { useState } from "react";
import { useLocation } from "wouter";
import { useAccount, useAccountStore } from "@/features/accounts/AccountContext";
import { unfinishedCount } from "@/transfer/unfinished";
import { useAccountTransfers } from "./TransfersContext";

export function useReset() {
  const transfers = useAccountTransfers();
  const accounts = useAccountStore();
  const { account } = useAccount();
  const [, navigate] = useLocation();
  const [count, setCount] = useState(0);
  const forget = () => {
    setCount(0);
    transfers.abandon();
    accounts.reset();
    navigate("/");
  };
  return {
    ask: () => {
      const snapshot = transfers.existing()?.getSnapshot();
      const atStake = snapshot === undefined ? 0 : unfinishedCount(snapshot);
      if (atStake === 0) forget();
      else setCount(atStake);
    },
    dialog: {
      kind: account?.kind ?? "keys",
      count,
      onKeep: () => {
        setCount(0);
      },
      onReset: forget,
    },
  };
}
