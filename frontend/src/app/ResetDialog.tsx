/** Asks before an account is forgotten that transfers still need. */
import { useTranslations } from "use-intl";
import { AlertDialog } from "@/ui/AlertDialog";
import { Button } from "@/ui/Button";

export interface ResetDialogProps {
  /** How many transfers have not ended. */
  readonly count: number;
  readonly onKeep: () => void;
  readonly onReset: () => void;
}

export function ResetDialog({ count, onKeep, onReset }: ResetDialogProps) {
  const t = useTranslations("reset");
  return (
    <AlertDialog
      isOpen
      onOpenChange={onKeep}
      title={t("title")}
      actions={
        <>
          <Button onPress={onKeep}>{t("keep")}</Button>
          <Button variant="danger" onPress={onReset}>
            {t("reset")}
          </Button>
        </>
      }
    >
      {t("body", { count })}
    </AlertDialog>
  );
}
