/** Asks before an account is forgotten, or signed out of, that transfers still need. */
import { useTranslations } from "use-intl";
import type { ConnectedAccount } from "@/features/accounts/account";
import { AlertDialog } from "@/ui/AlertDialog";
import { Button } from "@/ui/Button";

export interface ResetDialogProps {
  readonly kind: ConnectedAccount["kind"];
  /** How many transfers have not ended. */
  readonly count: number;
  readonly onKeep: () => void;
  readonly onReset: () => void;
}

export function ResetDialog({ kind, count, onKeep, onReset }: ResetDialogProps) {
  const t = useTranslations("reset");
  const isSignedIn = kind === "signed-in";
  return (
    <AlertDialog
      isOpen
      onOpenChange={onKeep}
      title={t("title")}
      actions={
        <>
          <Button onPress={onKeep}>{t("keep")}</Button>
          <Button variant="danger" onPress={onReset}>
            {t(isSignedIn ? "signOut" : "reset")}
          </Button>
        </>
      }
    >
      {t(isSignedIn ? "signOutBody" : "body", { count })}
    </AlertDialog>
  );
}
