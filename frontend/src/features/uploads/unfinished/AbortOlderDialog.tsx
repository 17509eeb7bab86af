/** Asks before all old uploads are aborted: how old, how many, how much, and whose. */
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { FailurePanel } from "@/locales/FailurePanel";
import { AlertDialog } from "@/ui/AlertDialog";
import { Button } from "@/ui/Button";
import { GatedButton } from "@/ui/GatedButton";
import { ProgressBar } from "@/ui/ProgressBar";
import type { Abortion } from "./abortion";
import { OlderQuestion } from "./OlderQuestion";
import { olderThan, type Place } from "./unfinished";
import type { Aborting } from "./useAbortion";
import type { Listing } from "./useUnfinished";
import type { WorkById } from "./working";

export interface AbortOlderDialogProps {
  readonly place: Place;
  readonly listing: Listing;
  readonly work: WorkById;
  readonly aborting: Aborting;
  /** Null: it was called off. */
  readonly onClose: (ended: Abortion | null) => void;
}

export function AbortOlderDialog(props: AbortOlderDialogProps) {
  const { place, listing, work, aborting, onClose } = props;
  const t = useTranslations("unfinished");
  const common = useTranslations("common");
  const [days, setDays] = useState(7);
  const [takesOthers, setTakesOthers] = useState(false);
  const [total, setTotal] = useState(0);
  const isReading = useAllPages(listing);
  const old = olderThan(
    listing.uploads.filter(({ uploadId }) => !(uploadId in work)),
    days,
    listing.dataUpdatedAt,
  );
  const own = old.filter(({ isOwn }) => isOwn);
  const chosen = takesOthers ? old : own;
  const isIdle = aborting.phase === "idle";
  const { aborted, failures } = aborting.soFar;
  const cancel = () => {
    onClose(null);
  };
  const confirm = () => {
    setTotal(chosen.length);
    void aborting.start(chosen).then(onClose);
  };
  return (
    <AlertDialog
      isOpen
      onOpenChange={isIdle ? cancel : aborting.stop}
      title={t("olderTitle")}
      actions={
        <>
          {isIdle && <Button onPress={cancel}>{common("cancel")}</Button>}
          {aborting.phase === "running" && <Button onPress={aborting.stop}>{t("stop")}</Button>}
          <GatedButton
            variant="danger"
            isPending={!isIdle}
            onPress={confirm}
            disabledReason={offReason(isReading, chosen.length, t)}
          >
            {t("abortCount", { count: isIdle ? chosen.length : total })}
          </GatedButton>
        </>
      }
    >
      {isIdle ? (
        <OlderQuestion
          {...{ days, own, takesOthers, isReading }}
          below={place.prefix}
          others={old.filter(({ isOwn }) => !isOwn)}
          found={listing.uploads.length}
          onDays={setDays}
          onTakesOthers={setTakesOthers}
        />
      ) : (
        <ProgressBar
          label={t("progress")}
          percent={(100 * (aborted + failures.size)) / Math.max(1, total)}
        />
      )}
      {listing.error && isIdle && (
        <FailurePanel
          error={listing.error}
          actions={<Button onPress={() => void listing.fetchNextPage()}>{common("retry")}</Button>}
        />
      )}
    </AlertDialog>
  );
}

/** Reads on to the end of the list. @returns whether it has not come there */
function useAllPages({ hasNextPage, isFetching, isError, fetchNextPage }: Listing): boolean {
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  return hasNextPage;
}

function offReason(
  isReading: boolean,
  chosen: number,
  t: ReturnType<typeof useTranslations<"unfinished">>,
): string | null {
  if (isReading) return t("stillReading");
  return chosen === 0 ? t("nothingChosen") : null;
}
