/** The account form until there is an account to work with, then the app. */
import { lazy, Suspense, useState } from "react";
import { useConfig } from "@/api/useConfig";
import { useAccount } from "@/features/accounts/AccountContext";
import { AccountPage } from "./AccountPage";

const Shell = lazy(async () => ({ default: (await import("./Shell")).Shell }));

export function Gate() {
  const { account, refusal } = useAccount();
  const config = useConfig();
  const [wasForm, setWasForm] = useState(false);
  const isOpen = config.data?.serverCredentials === "open";
  // A refused account is never swapped for the server's own without a word.
  if (account !== null || (isOpen && refusal === null)) {
    return (
      <Suspense>
        <Shell takesFocus={wasForm} />
      </Suspense>
    );
  }
  // Whether a form is needed at all is the server's answer; when it does not come, the form does.
  if (config.isPending && config.failureCount === 0) return null;
  if (!wasForm) setWasForm(true);
  return <AccountPage refusal={refusal} config={config.data} />;
}
