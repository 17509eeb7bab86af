/** The first screen: the account form alone, and why it is open again if it is. */
import { lazy, Suspense } from "react";
import { useTranslations } from "use-intl";
import type { ApiErrorCode } from "@/api/ApiError";
import { AccountForm } from "@/features/accounts/AccountForm";
import { useAccountStore } from "@/features/accounts/AccountContext";
import { RefusalNotice } from "@/features/accounts/RefusalNotice";
import { Button } from "@/ui/Button";
import { WaitingTransfers } from "./WaitingTransfers";

// Not needed to use the form, so not part of what is loaded before it.
const Preferences = lazy(async () => ({ default: (await import("./Preferences")).Preferences }));

export interface AccountPageProps {
  readonly refusal: ApiErrorCode | null;
  readonly isServerOpen: boolean;
}

export function AccountPage({ refusal, isServerOpen }: AccountPageProps) {
  const t = useTranslations("accounts");
  const app = useTranslations("app");
  const accounts = useAccountStore();
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-12 items-center justify-between border-b border-line px-4">
        <span className="font-semibold">{app("name")}</span>
        <Suspense>
          <Preferences />
        </Suspense>
      </header>
      <main className="mx-auto flex w-full max-w-md flex-col gap-4 px-4 py-8 sm:py-16">
        <h1 className="text-lg font-semibold">{t("title")}</h1>
        {refusal && <RefusalNotice code={refusal} />}
        <WaitingTransfers />
        <AccountForm
          otherAction={
            isServerOpen && <Button onPress={accounts.reset}>{t("backToServer")}</Button>
          }
        />
      </main>
    </div>
  );
}
