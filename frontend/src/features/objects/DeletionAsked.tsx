/** The dialog of a deletion until it is over: what will go, the word, '확인' and how far it is. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import { AlertDialog } from "@/ui/AlertDialog";
import { Button } from "@/ui/Button";
import { GatedButton } from "@/ui/GatedButton";
import { DeletionProgress } from "./DeletionProgress";
import { DeletionQuestion } from "./DeletionQuestion";
import { batchLimit, type Deletion } from "./deletion";
import type { DeletionPhase } from "./useDeletion";
import type { Place } from "./useListing";
import type { CountState } from "./useTreeCount";

/** What has to be typed; the API wants the same. */
const word = "delete";

export interface DeletionAskedProps {
  readonly place: Place;
  readonly counting: Extract<CountState, { readonly count: unknown }>;
  /** How many prefixes were selected. */
  readonly paths: number;
  readonly phase: DeletionPhase;
  readonly deletion: Deletion;
  readonly onConfirm: () => void;
  readonly onStop: () => void;
  readonly onCancel: () => void;
}

export function DeletionAsked(props: DeletionAskedProps) {
  const { place, counting, paths, phase, deletion, onConfirm, onStop, onCancel } = props;
  const t = useTranslations("deletion");
  const common = useTranslations("common");
  const [typed, setTyped] = useState("");
  const [isRefused, setRefused] = useState(false);
  const total = counting.count.keys.length;
  const isCounting = counting.kind === "counting";
  const isAsking = phase === "asking";
  const offReason = isCounting ? t("stillCounting") : typed === word ? null : t("typeWord");

  const confirm = () => {
    setRefused(offReason !== null);
    if (offReason === null && isAsking) onConfirm();
  };
  return (
    <AlertDialog
      isOpen
      onOpenChange={isAsking ? onCancel : onStop}
      title={isCounting ? t("countingTitle") : t("title", { count: total })}
      actions={
        <>
          {isAsking && <Button onPress={onCancel}>{common("cancel")}</Button>}
          {phase === "running" && total > batchLimit && (
            <Button onPress={onStop}>{t("stop")}</Button>
          )}
          <GatedButton
            variant="danger"
            isPending={!isAsking}
            onPress={confirm}
            disabledReason={offReason}
          >
            {common("confirm")}
          </GatedButton>
        </>
      }
    >
      <DeletionQuestion
        {...{ place, isCounting, paths, typed }}
        count={counting.count}
        error={isRefused && offReason !== null ? offReason : undefined}
        onType={(text) => {
          setTyped(text);
          setRefused(false);
        }}
        isReadOnly={!isAsking}
        onSubmit={confirm}
      />
      {!isAsking && (
        <DeletionProgress deletion={deletion} total={total} isStopping={phase === "stopping"} />
      )}
    </AlertDialog>
  );
}
