/** Asks what to do with a file whose name is taken; nothing is overwritten without an answer. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { ConflictChoice } from "@/transfer/transfers";
import { AlertDialog } from "@/ui/AlertDialog";
import { Button, type ButtonVariant } from "@/ui/Button";
import { Checkbox } from "@/ui/Checkbox";
import { FileName } from "@/ui/FileName";
import { formatSize } from "@/ui/size";
import { pathText } from "@/ui/pathText";
import type { Conflicts } from "./useConflicts";

const choices: readonly (readonly [ConflictChoice, ButtonVariant])[] = [
  ["skip", "secondary"],
  ["replace", "danger"],
  ["keep-both", "primary"],
];

const meanings = ["replaceMeans", "keepBothMeans", "skipMeans"] as const;

export function ConflictDialog(props: Conflicts) {
  const { current, count, hasRest, isOpen, postpone, answer } = props;
  const t = useTranslations("transfers.conflict");
  const [isForRest, setForRest] = useState(false);
  return (
    <AlertDialog
      isOpen={isOpen}
      onOpenChange={postpone}
      title={t("title")}
      actions={
        <>
          <Button variant="quiet" onPress={postpone}>
            {t("later")}
          </Button>
          {choices.map(([choice, variant]) => (
            <Button
              key={choice}
              variant={variant}
              onPress={() => {
                answer(choice, isForRest && hasRest);
                setForRest(false);
              }}
            >
              {t(choice)}
            </Button>
          ))}
        </>
      }
    >
      {current !== null && (
        <div className="flex flex-col gap-3">
          <p className="flex min-w-0 gap-3 rounded-md bg-decision-wash px-3 py-2 text-decision-ink">
            <span className="flex min-w-0 flex-1">
              <FileName name={current.name} />
            </span>
            <span className="shrink-0">{formatSize(current.size)}</span>
          </p>
          <p>{t("body", { path: pathText(current) })}</p>
          <ul className="text-xs text-ink-soft">
            {meanings.map((meaning) => (
              <li key={meaning}>{t(meaning)}</li>
            ))}
          </ul>
          {count > 1 && <p className="text-xs text-ink-soft">{t("waiting", { count })}</p>}
          {hasRest && (
            <Checkbox label={t("applyToRest")} isSelected={isForRest} onChange={setForRest} />
          )}
        </div>
      )}
    </AlertDialog>
  );
}
