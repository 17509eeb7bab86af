/** What can be done with the whole list, and what was done last. */
import { RotateCw, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/Button";
import { GatedButton } from "@/ui/GatedButton";
import type { Refusals } from "./refusals";
import type { Listing } from "./useUnfinished";

export interface UnfinishedToolbarProps {
  readonly listing: Listing;
  readonly refusals: Refusals;
  readonly onAbortOlder: () => void;
  /** What the last abortion came to; empty before. */
  readonly said: string;
}

export function UnfinishedToolbar(props: UnfinishedToolbarProps) {
  const { listing, refusals, onAbortOlder, said } = props;
  const t = useTranslations("unfinished");
  const nothing = listing.uploads.length === 0 ? t("nothingToAbort") : null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        icon={<RotateCw size={16} aria-hidden />}
        isPending={listing.isRefetching}
        onPress={() => void listing.refetch()}
      >
        {t("refresh")}
      </Button>
      <GatedButton
        icon={<Trash2 size={16} aria-hidden />}
        onPress={onAbortOlder}
        disabledReason={refusals.abort ?? nothing}
        disabledMore={refusals.abort !== null && refusals.more}
      >
        {t("abortOlder")}
      </GatedButton>
      <p role="status" className="text-xs text-ink-soft">
        {said}
      </p>
    </div>
  );
}
