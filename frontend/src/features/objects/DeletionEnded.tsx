/** The dialog of a deletion that is over, where not everything went. */
import { useTranslations } from "use-intl";
import { AlertDialog } from "@/ui/AlertDialog";
import { Button } from "@/ui/Button";
import { DeletionFailures, type DeletionFailuresProps } from "./DeletionFailures";
import { unsureCount, type Deletion } from "./deletion";

export interface DeletionEndedProps extends DeletionFailuresProps {
  readonly onClose: () => void;
}

export function DeletionEnded({ onClose, ...props }: DeletionEndedProps) {
  const common = useTranslations("common");
  return (
    <AlertDialog
      isOpen
      onOpenChange={onClose}
      title={useTitle(props.deletion)}
      actions={
        <Button autoFocus onPress={onClose}>
          {common("close")}
        </Button>
      }
    >
      <DeletionFailures {...props} />
    </AlertDialog>
  );
}

/** What nobody knows comes first: it has to be looked at. */
function useTitle(deletion: Deletion): string {
  const t = useTranslations("deletion");
  const unsure = unsureCount(deletion);
  if (unsure > 0) return t("unsureTitle", { count: unsure });
  const failed = deletion.failures.length;
  return failed > 0 ? t("failedTitle", { count: failed }) : t("stoppedTitle");
}
