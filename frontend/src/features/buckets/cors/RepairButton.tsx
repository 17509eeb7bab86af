/** Adds the rule after one question that shows it; off, with the reason, where it is not allowed. */
import { Wrench } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { CorsDiagnosis } from "@/transfer/adapters/examination";
import { GatedButton } from "@/ui/GatedButton";
import { RepairDialog } from "./RepairDialog";

export interface RepairButtonProps {
  readonly diagnosis: CorsDiagnosis;
  /** Null when it may be repaired. */
  readonly disabledReason: string | null;
  readonly isPending: boolean;
  readonly onRepair: () => void;
}

export function RepairButton(props: RepairButtonProps) {
  const { diagnosis, disabledReason, isPending, onRepair } = props;
  const t = useTranslations("corsPage");
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <GatedButton
        variant="primary"
        icon={<Wrench size={16} aria-hidden />}
        isPending={isPending}
        disabledReason={disabledReason}
        onPress={() => {
          setAsking(true);
        }}
      >
        {t("repair")}
      </GatedButton>
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
