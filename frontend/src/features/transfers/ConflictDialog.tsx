/** Asks what to do with a file whose name is taken; nothing is overwritten without an answer. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { LocalFolder, LocalFolderState } from "@/transfer/localFolder";
import type { ConflictChoice, TransferView } from "@/transfer/transfers";
import { useLocalFolderState } from "@/transfer/useLocalFolderState";
import { AlertDialog } from "@/ui/AlertDialog";
import { Button, type ButtonVariant } from "@/ui/Button";
import { Checkbox } from "@/ui/Checkbox";
import { FileName } from "@/ui/FileName";
import { formatSize } from "@/ui/size";
import { pathText } from "@/ui/pathText";
import { visibleName } from "@/ui/visibleName";
import { nameOf, pathOf } from "./names";
import type { Conflicts } from "./useConflicts";

const choices: readonly (readonly [ConflictChoice, ButtonVariant])[] = [
  ["skip", "secondary"],
  ["replace", "danger"],
  ["keep-both", "primary"],
];

const meanings = ["replaceMeans", "keepBothMeans", "skipMeans"] as const;

export interface ConflictDialogProps extends Conflicts {
  readonly current: TransferView;
  readonly folder: LocalFolder;
}

export function ConflictDialog(props: ConflictDialogProps) {
  const { current, count, hasRest, isOpen, postpone, answer } = props;
  const t = useTranslations(`conflict.${current.direction}`);
  const place = placeOf(current, useLocalFolderState(props.folder));
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
      <div className="flex flex-col gap-3">
        <p className="flex min-w-0 gap-3 rounded-md bg-decision-wash px-3 py-2 text-decision-ink">
          <span className="flex min-w-0 flex-1">
            <FileName name={nameOf(current)} />
          </span>
          <span className="shrink-0">{formatSize(current.size)}</span>
        </p>
        <p>{t("body", { path: place })}</p>
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
    </AlertDialog>
  );
}

/** Where the name is taken: in the bucket, or in the local folder. */
function placeOf(transfer: TransferView, folder: LocalFolderState): string {
  if (transfer.direction === "upload") return pathText(transfer);
  const steps = pathOf(transfer).split("/").slice(0, -1);
  const names = folder.kind === "chosen" ? [folder.name, ...steps] : steps;
  return names.map((name) => `${visibleName(name)} /`).join(" ");
}
