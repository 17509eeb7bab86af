/** Where downloads go on this machine, and the way to change it. */
import { Folder } from "lucide-react";
import { useTranslations } from "use-intl";
import type { LocalFolder, LocalFolderState } from "@/transfer/localFolder";
import { useLocalFolderState } from "@/transfer/useLocalFolderState";
import { Button } from "@/ui/Button";
import { visibleName } from "@/ui/visibleName";

export interface FolderBarProps {
  readonly folder: LocalFolder;
  /** Whether something waits for a click to go on. */
  readonly hasPaused: boolean;
}

export function FolderBar({ folder, hasPaused }: FolderBarProps) {
  const t = useTranslations("downloads.folder");
  const state = useLocalFolderState(folder);
  const advice = adviceOf(state, hasPaused);
  const name = useFolderName(state);
  const verb = state.kind === "none" ? "choose" : "change";
  return (
    <div className="flex min-h-control shrink-0 flex-wrap items-center gap-x-2 border-t border-line px-3 text-xs text-ink-soft">
      <Folder size={16} aria-hidden className="shrink-0" />
      <p className="flex min-w-0 gap-1">
        <span className="shrink-0">{t("label")}</span>
        <bdi className="truncate font-medium whitespace-pre text-ink">{name}</bdi>
      </p>
      {(state.kind === "none" || state.kind === "chosen") && (
        <Button variant="quiet" aria-label={t(`${verb}Label`)} onPress={() => void folder.choose()}>
          {t(verb)}
        </Button>
      )}
      {advice !== null && <p className="min-w-0 py-1 text-decision-ink">{t(advice)}</p>}
    </div>
  );
}

function useFolderName(state: LocalFolderState): string {
  const t = useTranslations("downloads.folder");
  if (state.kind === "chosen") return visibleName(state.name);
  return state.kind === "loading" ? "" : t(state.kind);
}

function adviceOf(state: LocalFolderState, hasPaused: boolean): "prompt" | "denied" | null {
  if (state.kind !== "chosen" || state.permission === "granted") return null;
  if (state.permission === "denied") return "denied";
  return hasPaused ? "prompt" : null;
}
