/** The one question before a repair: shows what is added, where, and that nothing else changes. */
import { useTranslations } from "use-intl";
import type { CorsDiagnosis } from "@/transfer/adapters/examination";
import { AlertDialog } from "@/ui/AlertDialog";
import { Button } from "@/ui/Button";
import { RuleCard } from "./RuleCard";
import { changesOf, existingIn } from "./ruleChanges";

export interface RepairDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly diagnosis: CorsDiagnosis;
  readonly onConfirm: () => void;
}

export function RepairDialog({ isOpen, onClose, diagnosis, onConfirm }: RepairDialogProps) {
  const t = useTranslations("corsPage");
  const common = useTranslations("common");
  const changes = changesOf(diagnosis);
  const place = changes.findIndex(({ isNew }) => isNew) + 1;
  const added = changes[place - 1];
  const { bucket } = diagnosis;
  const counts = { before: diagnosis.rules?.length ?? 0, after: changes.length };
  return (
    <AlertDialog
      isOpen={isOpen}
      onOpenChange={onClose}
      title={t("confirmTitle")}
      actions={
        <>
          <Button onPress={onClose}>{common("cancel")}</Button>
          <Button
            variant="primary"
            onPress={() => {
              onClose();
              onConfirm();
            }}
          >
            {t("repair")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p>{t("confirmBody", { bucket, existing: existingIn(diagnosis), ...counts })}</p>
        {added && <RuleCard {...added} />}
        {place < changes.length && <p>{t("confirmFirst", { place })}</p>}
      </div>
    </AlertDialog>
  );
}
