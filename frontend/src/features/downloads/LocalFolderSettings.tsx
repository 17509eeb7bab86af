/** The folder that downloads go into: which one it is, whether it can be written to, and how to change that. */
import { Folder } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { LocalFolder, LocalFolderState } from "@/transfer/localFolder";
import { useLocalFolderState } from "@/transfer/useLocalFolderState";
import { Skeleton } from "@/ui/Skeleton";
import { visibleName } from "@/ui/visibleName";
import { FolderActions } from "./FolderActions";

export function LocalFolderSettings({ folder }: { readonly folder: LocalFolder }) {
  const t = useTranslations("settings.folder");
  const state = useLocalFolderState(folder);
  const [done, setDone] = useState<"chosen" | "forgotten" | null>(null);
  return (
    <section aria-labelledby="settings-folder" className="flex flex-col gap-2">
      <h2 id="settings-folder" className="font-semibold">
        {t("title")}
      </h2>
      {state.kind !== "browser" && <p className="text-ink-soft">{t("about")}</p>}
      {state.kind === "loading" ? (
        <Skeleton rows={1} label={t("loading")} />
      ) : (
        <div className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-3 rounded-md border border-line bg-surface p-3">
          <Standing state={state} />
          <FolderActions folder={folder} state={state} onDone={setDone} />
        </div>
      )}
      <p role="status" className="sr-only">
        {done !== null && t(done)}
      </p>
    </section>
  );
}

type KnownState = Exclude<LocalFolderState, { kind: "loading" }>;

function Standing({ state }: { readonly state: KnownState }) {
  const t = useTranslations("settings.folder");
  return (
    <div className="flex min-w-0 flex-1 basis-64 gap-3">
      <Folder size={16} aria-hidden className="mt-0.5 shrink-0 text-ink-soft" />
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere">
          {state.kind === "chosen" ? <bdi>{visibleName(state.name)}</bdi> : t(state.kind)}
        </p>
        <p className="text-xs text-ink-soft">{t(meaningOf(state))}</p>
        {state.kind === "chosen" && state.permission === "denied" && (
          <p className="text-xs text-ink-soft">{t("deniedBody")}</p>
        )}
      </div>
    </div>
  );
}

function meaningOf(state: KnownState) {
  if (state.kind === "chosen") return state.permission;
  return state.kind === "none" ? "noneBody" : "browserBody";
}
