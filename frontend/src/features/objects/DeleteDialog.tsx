/** Asks for the word "delete" before anything goes, deletes, and tells what did not go. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import { AlertDialog } from "@/ui/AlertDialog";
import { Button } from "@/ui/Button";
import { GatedButton } from "@/ui/GatedButton";
import { DeletionFailures } from "./DeletionFailures";
import { DeletionProgress } from "./DeletionProgress";
import { DeletionQuestion } from "./DeletionQuestion";
import { batchLimit, isDenied, isUnsure, type Deletion } from "./deletion";
import type { ObjectEntry } from "./entry";
import { useDeletion } from "./useDeletion";
import type { Place } from "./useListing";

/** What has to be typed; the API wants the same. */
const word = "delete";

export interface DeleteDialogProps {
  readonly place: Place;
  readonly entries: readonly ObjectEntry[];
  /** Nothing is `null`: it was called off. */
  readonly onClose: (deletion: Deletion | null) => void;
  /** S3 has refused all of it: the identity may not delete here. */
  readonly onDenied: () => void;
}

export function DeleteDialog({ place, entries, onClose, onDenied }: DeleteDialogProps) {
  const t = useTranslations("deletion");
  const common = useTranslations("common");
  const [typed, setTyped] = useState("");
  const { phase, deletion, start, stop } = useDeletion(place);
  const isRight = typed === word;
  const [isRefused, setRefused] = useState(false);

  const confirm = async () => {
    setRefused(!isRight);
    if (!isRight || phase !== "asking") return;
    const ended = await start(entries.map(({ key }) => key));
    if (isDenied(ended)) onDenied();
    if (ended.failures.length === 0 && ended.untried === 0) onClose(ended);
  };
  const leave = () => {
    if (phase === "asking") onClose(null);
    else if (phase === "ended") onClose(deletion);
    else stop();
  };

  if (phase === "ended") {
    return (
      <AlertDialog
        isOpen
        onOpenChange={leave}
        title={
          deletion.failures.length === 0
            ? t("stoppedTitle")
            : t(isUnsure(deletion) ? "unsureTitle" : "failedTitle", {
                count: deletion.failures.length,
              })
        }
        actions={
          <Button autoFocus onPress={leave}>
            {common("close")}
          </Button>
        }
      >
        <DeletionFailures place={place} deletion={deletion} total={entries.length} />
      </AlertDialog>
    );
  }
  const isAsking = phase === "asking";
  const canStop = entries.length > batchLimit && phase === "running";
  return (
    <AlertDialog
      isOpen
      onOpenChange={leave}
      title={t("title", { count: entries.length })}
      actions={
        <>
          {(isAsking || canStop) && (
            <Button onPress={leave}>{isAsking ? common("cancel") : t("stop")}</Button>
          )}
          <GatedButton
            variant="danger"
            isPending={!isAsking}
            onPress={() => void confirm()}
            disabledReason={isRight ? null : t("typeWord")}
          >
            {common("confirm")}
          </GatedButton>
        </>
      }
    >
      <DeletionQuestion
        place={place}
        error={isRefused ? t("typeWord") : undefined}
        entries={entries}
        typed={typed}
        onType={(text) => {
          setTyped(text);
          setRefused(false);
        }}
        isReadOnly={!isAsking}
        onSubmit={() => void confirm()}
      />
      {!isAsking && (
        <DeletionProgress
          deletion={deletion}
          total={entries.length}
          isStopping={phase === "stopping"}
        />
      )}
    </AlertDialog>
  );
}
