/** What an examination found, and what can be done about it. */
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Link } from "wouter";
import { FailurePanel } from "@/locales/FailurePanel";
import type { Examination } from "@/transfer/adapters/examination";
import { AskAdministrator } from "./AskAdministrator";
import { Facts } from "./Facts";
import { ManualRepair } from "./ManualRepair";
import { RepairButton } from "./RepairButton";
import type { RepairGate } from "./repairGate";
import { RuleList } from "./RuleList";
import { useRepair } from "./useRepair";
import { verdictOf } from "./verdict";
import { VerdictPanel } from "./VerdictPanel";

export interface FindingsProps {
  readonly bucket: string;
  readonly examination: Examination;
  readonly gate: RepairGate;
  /** Hears which action AWS has refused. */
  readonly onRefused: (action: string) => void;
  /** Where the person came from. */
  readonly backHref: string;
}

export function Findings({ bucket, examination, gate, onRefused, backHref }: FindingsProps) {
  const t = useTranslations("corsPage");
  const repair = useRepair(bucket, onRefused);
  const heading = useRef<HTMLHeadingElement>(null);
  const { rules } = examination;
  // Without the existing rules none could be added: S3 replaces them all.
  const isReadable = rules.rules !== null;
  const reason = gate.reason ?? (isReadable ? null : t("cannotRead"));
  const isMended = repair.isSuccess && verdictOf(examination) === "ok";
  const asksOthers = !isReadable || gate.standing === "denied" || gate.standing === "unknown";
  const hasAnswer = repair.isSuccess || repair.isError;
  useEffect(() => {
    // The button that had the focus may have gone with what it mended, or with what was refused.
    if (hasAnswer) heading.current?.focus();
  }, [hasAnswer]);
  return (
    <>
      {repair.error && <FailurePanel error={repair.error} />}
      <VerdictPanel
        examination={examination}
        isMended={isMended}
        headingRef={heading}
        actions={
          <div className="flex flex-wrap items-center gap-3 empty:hidden">
            {rules.suggestedRule !== null && (
              <RepairButton
                diagnosis={rules}
                disabledReason={reason}
                mayTry={isReadable && gate.standing === "unknown"}
                isPending={repair.isPending}
                onRepair={() => {
                  repair.mutate(rules);
                }}
              />
            )}
            {isMended && (
              <Link href={backHref} className="text-accent-ink underline">
                {t("back")}
              </Link>
            )}
          </div>
        }
      />
      <Facts {...examination} />
      {rules.rules !== null && <RuleList diagnosis={rules} />}
      {asksOthers ? <AskAdministrator diagnosis={rules} /> : <ManualRepair diagnosis={rules} />}
    </>
  );
}
