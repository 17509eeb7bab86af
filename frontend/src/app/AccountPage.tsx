/** The first screen: the account form, signing in beside it where that is offered, and why it is open again. */
import { lazy, Suspense } from "react";
import { useTranslations } from "use-intl";
import type { ApiErrorCode } from "@/api/ApiError";
import type { Config } from "@/api/useConfig";
import { AccountForm } from "@/features/accounts/AccountForm";
import { useAccountStore } from "@/features/accounts/AccountContext";
import { RefusalNotice } from "@/features/accounts/RefusalNotice";
import { SignInSection } from "@/features/accounts/signIn/SignInSection";
import { Button } from "@/ui/Button";
import { WaitingTransfers } from "./WaitingTransfers";

// Not needed to use the form, so not part of what is loaded before it.
const Preferences = lazy(async () => ({ default: (await import("./Preferences")).Preferences }));

export interface AccountPageProps {
  readonly refusal: ApiErrorCode | null;
  /** Undefined where the server could not tell it. */
  readonly config: Config | undefined;
}

export function AccountPage({ refusal, config }: AccountPageProps) {
  const app = useTranslations("app");
  const offersSignIn = config?.serverCredentials === "signed-in";
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-12 items-center justify-between border-b border-line px-4">
        <span className="font-semibold">{app("name")}</span>
        <Suspense>
          <Preferences />
        </Suspense>
      </header>
      <main
        className={`mx-auto flex w-full flex-col gap-4 px-4 py-8 sm:py-16 ${offersSignIn ? "max-w-md lg:max-w-4xl" : "max-w-md"}`}
      >
        {refusal && <RefusalNotice code={refusal} />}
        <WaitingTransfers />
        {offersSignIn ? (
          <BothWays config={config} />
        ) : (
          <OwnKeys isServerOpen={config?.serverCredentials === "open"} />
        )}
      </main>
    </div>
  );
}

function OwnKeys({ isServerOpen }: { readonly isServerOpen: boolean }) {
  const t = useTranslations("accounts");
  const accounts = useAccountStore();
  return (
    <>
      <h1 className="text-lg font-semibold">{t("title")}</h1>
      <AccountForm
        otherAction={isServerOpen && <Button onPress={accounts.reset}>{t("backToServer")}</Button>}
      />
    </>
  );
}

function BothWays({ config }: { readonly config: Config }) {
  const t = useTranslations("accounts");
  return (
    <>
      <h1 className="sr-only">{t("connect")}</h1>
      <div className="grid gap-8 lg:grid-cols-2 lg:gap-0 lg:divide-x lg:divide-line">
        <section aria-labelledby="sign-in" className="flex flex-col gap-4 lg:pr-12">
          <h2 id="sign-in" className="text-lg font-semibold">
            {t("signInTitle")}
          </h2>
          <p className="text-xs text-ink-soft">{t("signInBody")}</p>
          <SignInSection config={config} />
        </section>
        <section
          aria-labelledby="own-keys"
          className="flex flex-col gap-4 border-t border-line pt-8 lg:border-t-0 lg:pt-0 lg:pl-12"
        >
          <h2 id="own-keys" className="text-lg font-semibold">
            {t("title")}
          </h2>
          <AccountForm />
        </section>
      </div>
    </>
  );
}
