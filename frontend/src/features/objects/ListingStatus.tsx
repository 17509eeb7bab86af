/** The line below the list: how much is loaded, what the filter shows of it, and the way to more. */
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

export interface ListingStatusProps {
  readonly loaded: number;
  readonly shown: number;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  /** What went wrong with the last page or refresh. */
  readonly problem: string | null;
  readonly onLoadMore: () => void;
  /** What stands at the end of the line. */
  readonly children: ReactNode;
}

export function ListingStatus(props: ListingStatusProps) {
  const { loaded, shown, hasMore, isLoadingMore, problem, onLoadMore } = props;
  const t = useTranslations("objects");
  const counts =
    shown < loaded
      ? t("filtered", { loaded, shown })
      : t(hasMore ? "loaded" : "loadedAll", { count: loaded });
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-3 border-t border-line px-3 text-xs text-ink-soft pointer-coarse:min-h-11">
      <p role="status">{counts}</p>
      {problem !== null && (
        <p role="alert" className="flex min-w-0 items-center gap-1 text-ink">
          <CircleAlert size={16} aria-hidden className="shrink-0 text-danger-ink" />
          {problem}
        </p>
      )}
      {hasMore && shown > 0 && (
        <button
          type="button"
          aria-disabled={isLoadingMore}
          onClick={onLoadMore}
          className="h-9 rounded-sm font-medium text-accent-ink hover:underline"
        >
          {t(isLoadingMore ? "loadingMore" : "loadMore")}
        </button>
      )}
      <span className="ml-auto flex items-center gap-3">{props.children}</span>
    </div>
  );
}
