/** What a person can do about the local folder as it stands. */
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
  const forget = async () => {
    await folder.forget();
    onDone("forgotten");
  };
  if (state.kind === "none") {
    return (
      <Button variant="primary" onPress={() => void choose()}>
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
