/** What stands in the list when it has no rows, with the one thing to do next. */
import { FolderOpen, FolderX, SearchX } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/Button";
import { GatedButton } from "@/ui/GatedButton";
import { EmptyState } from "@/ui/EmptyState";
import type { Gates } from "./gates";

export interface EmptyPlaceProps {
  readonly isRoot: boolean;
  readonly gates: Gates;
  readonly onUpload: () => void;
}

export function EmptyPlace({ isRoot, gates, onUpload }: EmptyPlaceProps) {
  const t = useTranslations("objects");
  return (
    <EmptyState
      icon={<FolderOpen size={24} strokeWidth={1.5} aria-hidden />}
      title={t(isRoot ? "emptyBucket" : "emptyPrefix")}
      action={
        <GatedButton onPress={onUpload} disabledReason={gates.upload} disabledMore={gates.more}>
          {t("chooseFiles")}
        </GatedButton>
      }
    >
      {t("emptyBody")}
    </EmptyState>
  );
}

export function MissingPlace({ onLeave }: { readonly onLeave: () => void }) {
  const t = useTranslations("objects");
  return (
    <EmptyState
      icon={<FolderX size={24} strokeWidth={1.5} aria-hidden />}
      title={t("missing")}
      action={<Button onPress={onLeave}>{t("leaveMissing")}</Button>}
    >
      {t("missingBody")}
    </EmptyState>
  );
}

export interface NoMatchProps {
  readonly loaded: number;
  readonly hasMore: boolean;
  readonly onLoadMore: () => void;
  readonly onClear: () => void;
}

export function NoMatch({ loaded, hasMore, onLoadMore, onClear }: NoMatchProps) {
  const t = useTranslations("objects");
  return (
    <EmptyState
      icon={<SearchX size={24} strokeWidth={1.5} aria-hidden />}
      title={t("noMatch")}
      action={
        <Button onPress={hasMore ? onLoadMore : onClear}>
          {t(hasMore ? "loadMore" : "clearFilter")}
        </Button>
      }
    >
      {hasMore ? t("noMatchPartial", { loaded }) : t("noMatchAll")}
    </EmptyState>
  );
}
