/** Where nobody knows whether deleting works, a person may have it tried; nothing is deleted by that. */
import { useLayoutEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { FailurePanel } from "@/locales/FailurePanel";
import { Button } from "@/ui/Button";
import type { ActionPermission, Place } from "./useEffective";
import { useTryDeletion } from "./useTryDeletion";

export interface TryDeletionProps {
  readonly place: Place;
  readonly permission: ActionPermission;
  /** Hears the good news in words, for who puts this away then. */
  readonly onAllowed?: (outcome: string) => void;
}

export function TryDeletion({ place, permission, onAllowed }: TryDeletionProps) {
  const t = useTranslations("tryDeletion");
  const [outcome, setOutcome] = useState<string | null>(null);
  const trial = useTryDeletion(place, (verdict) => {
    const said = t(`outcomes.${verdict}`);
    setOutcome(said);
    if (verdict === "allowed") onAllowed?.(said);
  });
  const ask = () => {
    if (trial.isPending) return;
    setOutcome(null);
    trial.mutate();
  };
  return (
    <div className="flex flex-col items-start gap-2">
      {permission.triable && (
        <>
          {/* Not isPending: React Aria goes on announcing that button when it has gone. */}
          <Button aria-disabled={trial.isPending} onPress={ask}>
            {t("offer")}
          </Button>
          <p role={trial.isPending ? "status" : undefined} className="text-xs text-ink-soft">
            {t(trial.isPending ? "asking" : "means")}
          </p>
        </>
      )}
      {outcome !== null && <Outcome>{outcome}</Outcome>}
      {trial.error && <FailurePanel error={trial.error} />}
    </div>
  );
}

/** Takes the focus from the button that has gone. */
function Outcome({ children }: { readonly children: string }) {
  const ref = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    ref.current?.focus();
  }, []);
  return (
    <p ref={ref} role="status" tabIndex={-1} className="rounded-sm">
      {children}
    </p>
  );
}
