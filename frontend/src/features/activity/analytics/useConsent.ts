/** The choice about analytics as React sees it. */
import { useSyncExternalStore } from "react";
import type { Consent, ConsentStore } from "./consent";

export function useConsent(store: ConsentStore): Consent {
  return useSyncExternalStore(store.subscribe, store.get);
}
