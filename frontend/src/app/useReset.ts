/** Forgets the account; transfers that need it are cancelled first, if the person says so. */
import { useState } from "react";
import { useLocation } from "wouter";
import { useApi } from "@/api/ApiContext";
import { useAccountStore } from "@/features/accounts/AccountContext";
import { cancelTransfers, unfinishedTransfers } from "./pageTransfers";

export function useReset() {
  const api = useApi();
  const accounts = useAccountStore();
  const [, navigate] = useLocation();
  const [atStake, setAtStake] = useState<readonly string[]>([]);
  const forget = () => {
    setAtStake([]);
    accounts.reset();
    navigate("/");
  };
  return {
    ask: () => {
      const ids = unfinishedTransfers(api);
      if (ids.length === 0) forget();
      else setAtStake(ids);
    },
    dialog: {
      count: atStake.length,
      onKeep: () => {
        setAtStake([]);
      },
      // Aborting asks the API with the account's token, so it comes before the account goes.
      onReset: () => {
        cancelTransfers(api, atStake);
        forget();
      },
    },
  };
}
