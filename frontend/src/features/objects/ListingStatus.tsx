/** The line below the list: how much is loaded, what the filter shows of it, and the way to more. */
import { useTranslations } from "use-intl";
import { Button } from "@/ui/Button";

export interface ListingStatusProps {
  readonly loaded: number;
  readonly shown: number;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  /** What went wrong with the last page or refresh. */
  readonly problem: string | null;
  readonly onLoadMore: () => void;
}

export function ListingStatus(props: ListingStatusProps) {
  const { loaded, shown, hasMore, isLoadingMore, problem, onLoadMore } = props;
  const t = useTranslations("objects");
  const counts =
    shown < loaded
      ? t("filtered", { loaded, shown })
      : t(hasMore ? "loaded" : "loadedAll", { count: loaded });
  return (
    <div className="border-line text-ink-soft flex min-h-9 flex-wrap items-center gap-x-3 border-t px-3 text-xs">
      <p role="status">{counts}</p>
      {problem !== null && (
        <p role="alert" className="text-danger-ink min-w-0">
          {problem}
        </p>
      )}
      {hasMore && (
        <Button
          variant="quiet"
          isPending={isLoadingMore}
          onPress={() => {
            onLoadMore();
          }}
        >
          {t(isLoadingMore ? "loadingMore" : "loadMore")}
        </Button>
      )}
    </div>
  );
}
