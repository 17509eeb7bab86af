/** The account form over the page: for expired keys, and for one's own in place of the server's. */
import { useTranslations } from "use-intl";
import { AccountForm } from "@/features/accounts/AccountForm";
import { useAccount, useAccountStore } from "@/features/accounts/AccountContext";
import { RefusalNotice } from "@/features/accounts/RefusalNotice";
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
  const accounts = useAccountStore();
  const { account, refusal } = useAccount();
  return (
    <>
      <AlertDialog isOpen={refusal !== null} title={t("title")}>
        <div className="flex flex-col gap-4">
          {refusal && <RefusalNotice code={refusal} />}
          <WaitingTransfers />
          <AccountForm otherAction={<Button onPress={accounts.reset}>{t("reset")}</Button>} />
        </div>
      </AlertDialog>
      <Dialog
        isOpen={isFormOpen && account === null}
        onOpenChange={onFormOpenChange}
        title={t("title")}
        closeLabel={common("close")}
      >
        <AccountForm />
      </Dialog>
    </>
  );
}
