/** The account form over the page: for expired keys or sign-ins, and for one's own in place of the server's. */
import { useTranslations } from "use-intl";
import type { ApiErrorCode } from "@/api/ApiError";
import { useConfig } from "@/api/useConfig";
import type { ConnectedAccount } from "@/features/accounts/account";
import { AccountForm } from "@/features/accounts/AccountForm";
import { useAccount, useAccountStore } from "@/features/accounts/AccountContext";
import { RefusalNotice } from "@/features/accounts/RefusalNotice";
import { SignInSection } from "@/features/accounts/signIn/SignInSection";
import { AlertDialog } from "@/ui/AlertDialog";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { WaitingTransfers } from "./WaitingTransfers";

export interface AccountDialogsProps {
  readonly isFormOpen: boolean;
  readonly onFormOpenChange: (isOpen: boolean) => void;
}

export function AccountDialogs({ isFormOpen, onFormOpenChange }: AccountDialogsProps) {
  const t = useTranslations("accounts");
  const common = useTranslations("common");
  const { account, refusal } = useAccount();
  return (
    <>
      {refusal !== null && <Refused account={account} refusal={refusal} />}
      <Dialog
        isOpen={isFormOpen && refusal === null && account?.kind !== "keys"}
        onOpenChange={onFormOpenChange}
        title={t("title")}
        closeLabel={common("close")}
      >
        <AccountForm />
      </Dialog>
    </>
  );
}

interface RefusedProps {
  readonly account: ConnectedAccount | null;
  readonly refusal: ApiErrorCode;
}

function Refused({ account, refusal }: RefusedProps) {
  const t = useTranslations("accounts");
  const accounts = useAccountStore();
  const isSignedIn = account?.kind === "signed-in";
  return (
    <AlertDialog isOpen title={t(isSignedIn ? "signInTitle" : "title")}>
      <div className="flex flex-col gap-4">
        <RefusalNotice code={refusal} />
        <WaitingTransfers />
        {isSignedIn ? (
          <SignInAgain email={account.email} />
        ) : (
          <AccountForm otherAction={<Button onPress={accounts.reset}>{t("reset")}</Button>} />
        )}
      </div>
    </AlertDialog>
  );
}

function SignInAgain({ email }: { readonly email: string | null }) {
  const t = useTranslations("accounts");
  const accounts = useAccountStore();
  const config = useConfig();
  return (
    <>
      {config.data && <SignInSection config={config.data} {...(email !== null && { email })} />}
      <div className="flex justify-end">
        <Button variant="quiet" onPress={accounts.reset}>
          {t("signOut")}
        </Button>
      </div>
    </>
  );
}
