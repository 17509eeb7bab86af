/** The dialog of a deletion that is over, where not everything went. */
import { useTranslations } from "use-intl";
import { AlertDialog } from "@/ui/AlertDialog";
import { Button } from "@/ui/Button";
import { DeletionFailures, type DeletionFailuresProps } from "./DeletionFailures";
import { isUnsure } from "./deletion";

export interface DeletionEndedProps extends DeletionFailuresProps {
  readonly onClose: () => void;
}

export function DeletionEnded({ onClose, ...props }: DeletionEndedProps) {
  const { deletion } = props;
  const t = useTranslations("deletion");
  const common = useTranslations("common");
  const count = deletion.failures.length;
  return (
    <AlertDialog
      isOpen
      onOpenChange={onClose}
      title={count === 0 ? t("stoppedTitle") : t(titleOf(props), { count })}
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

function titleOf({ deletion }: DeletionFailuresProps) {
  return isUnsure(deletion) ? "unsureTitle" : "failedTitle";
}
