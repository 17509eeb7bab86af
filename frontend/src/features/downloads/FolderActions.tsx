/** What a person can do about the local folder as it stands. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { LocalFolder, LocalFolderState } from "@/transfer/localFolder";
import { Button } from "@/ui/Button";

export interface FolderActionsProps {
  readonly folder: LocalFolder;
  readonly state: LocalFolderState;
  readonly onDone: (what: "chosen" | "forgotten") => void;
}

export function FolderActions({ folder, state, onDone }: FolderActionsProps) {
  const t = useTranslations("settings.folder");
  const choose = async () => {
    if (await folder.choose()) onDone("chosen");
  };
  // The button that was pressed goes with the folder: the focus goes on at the one in its place.
  const [isForgotten, setForgotten] = useState(false);
  const forget = async () => {
    setForgotten(true);
    await folder.forget();
    onDone("forgotten");
  };
  if (state.kind === "none") {
    return (
      <Button variant="primary" autoFocus={isForgotten} onPress={() => void choose()}>
        {t("choose")}
      </Button>
    );
  }
  if (state.kind !== "chosen") return null;
  return (
    <div className="flex flex-wrap gap-2">
      {state.permission === "prompt" && (
        <Button variant="primary" onPress={() => void folder.ensure()}>
          {t("allow")}
        </Button>
      )}
      <Button onPress={() => void choose()}>{t("change")}</Button>
      <Button variant="quiet" onPress={() => void forget()}>
        {t("forget")}
      </Button>
    </div>
  );
}
