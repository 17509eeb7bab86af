/** The list in each of its states: loading, failed, empty, or there. */
import { useTranslations } from "use-intl";
import { FailurePanel } from "@/locales/FailurePanel";
import { Button } from "@/ui/Button";
import { Skeleton } from "@/ui/Skeleton";
import { NothingUnfinished } from "./NothingUnfinished";
import { UnfinishedList, type UnfinishedListProps } from "./UnfinishedList";

export interface UnfinishedContentProps extends UnfinishedListProps {
  readonly wholeHref: string;
}

export function UnfinishedContent({ wholeHref, ...props }: UnfinishedContentProps) {
  const { place, listing, refusals } = props;
  const common = useTranslations("common");
  if (listing.isPending) return <Skeleton label={common("loading")} />;
  return (
    <>
      {listing.error && (
        <FailurePanel
          error={listing.error}
          actions={
            <>
              <Button onPress={() => void listing.refetch()}>{common("retry")}</Button>
              {refusals.more}
            </>
          }
        />
      )}
      {listing.uploads.length > 0 && <UnfinishedList {...props} />}
      {listing.isSuccess && listing.uploads.length === 0 && (
        <NothingUnfinished place={place} wholeHref={wholeHref} />
      )}
    </>
  );
}
