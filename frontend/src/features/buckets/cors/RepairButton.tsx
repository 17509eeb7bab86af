/** Adds the rule after one question that shows it; off, with the reason, unless it is known to be allowed. */
import { Wrench } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { CorsDiagnosis } from "@/transfer/adapters/examination";
import { Button } from "@/ui/Button";
import { GatedButton } from "@/ui/GatedButton";
import { RepairDialog } from "./RepairDialog";

export interface RepairButtonProps {
  readonly diagnosis: CorsDiagnosis;
  /** Null when it may be repaired. */
  readonly disabledReason: string | null;
  /** Nobody knows whether it may be: S3 can be asked all the same. */
  readonly mayTry: boolean;
  readonly isPending: boolean;
  readonly onRepair: () => void;
}

export function RepairButton(props: RepairButtonProps) {
  const { diagnosis, disabledReason, mayTry, isPending, onRepair } = props;
  const t = useTranslations("corsPage");
  const [isAsking, setAsking] = useState(false);
  const ask = () => {
    setAsking(true);
  };
  return (
    <>
      <GatedButton
        variant="primary"
        icon={<Wrench size={16} aria-hidden />}
        isPending={isPending}
        disabledReason={disabledReason}
        onPress={ask}
      >
        {t("repair")}
      </GatedButton>
      {mayTry && !isPending && (
        <Button variant="quiet" onPress={ask}>
          {t("tryAnyway")}
        </Button>
      )}
      {isPending && <p role="status">{t("verifying")}</p>}
      <RepairDialog
        isOpen={isAsking}
        onClose={() => {
          setAsking(false);
        }}
        diagnosis={diagnosis}
        onConfirm={onRepair}
      />
    </>
  );
}
