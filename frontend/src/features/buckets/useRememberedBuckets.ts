/** The remembered bucket names of one account, as React state. */
import { useState } from "react";
import { forget, readRemembered, remember } from "./rememberedBuckets";

/** Mount it anew (`key`) when the account changes. */
export function useRememberedBuckets(account: string) {
  const [names, setNames] = useState(() => readRemembered(localStorage, account));
  return {
    names,
    add: (name: string) => {
      setNames(remember(localStorage, account, name));
    },
    remove: (name: string) => {
      setNames(forget(localStorage, account, name));
    },
  };
}
