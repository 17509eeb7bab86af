/** Adds the rule after one question that shows it; off, with the reason, where it is not allowed. */
import { Wrench } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { CorsDiagnosis } from "@/transfer/adapters/examination";
import { GatedButton } from "@/ui/GatedButton";
import { RepairDialog } from "./RepairDialog";

/** Whether the connected identity may change the bucket's rules, and why not. */
export interface RepairGate {
  /** Null when it may. */
  readonly reason: string | null;
  /** The reason is only that nobody knows yet. */
  readonly isChecking: boolean;
}

export interface RepairButtonProps {
  readonly diagnosis: CorsDiagnosis;
  readonly gate: RepairGate;
  readonly isPending: boolean;
  readonly onRepair: () => void;
}

export function RepairButton({ diagnosis, gate, isPending, onRepair }: RepairButtonProps) {
  const t = useTranslations("corsPage");
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <GatedButton
        variant="primary"
        icon={<Wrench size={16} aria-hidden />}
        isPending={isPending}
        disabledReason={gate.reason}
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
