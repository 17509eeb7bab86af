/** The list in its states: not there yet, failed, empty, nothing that matches, or rows. */
import { Suspense, useDeferredValue, useMemo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { asApiError } from "@/api/ApiError";
import { lazyWithWords } from "@/locales/lazyWithWords";
import { useErrorText } from "@/locales/useErrorText";
import { Skeleton } from "@/ui/Skeleton";
import { useShortcuts } from "@/ui/useShortcuts";
import { filterEntries } from "./filter";
import type { Gates } from "./gates";
import { ListingFailure } from "./ListingFailure";
import type { ListingPage } from "./listingPage";
import { ListingStatus } from "./ListingStatus";
import { EmptyPlace, MissingPlace, NoMatch } from "./NothingHere";
import { ObjectGrid } from "./ObjectGrid";
import type { Column, Order } from "./order";
import { parentPrefix } from "./path";
import { all, type Selection } from "./selection";
import { useEntries } from "./useEntries";
import type { useListing } from "./useListing";

const DeniedPlace = lazyWithWords(async () => (await import("./DeniedPlace")).DeniedPlace);

export interface ListingProps {
  readonly bucket: string;
  readonly prefix: string;
  readonly requesterPays: boolean;
  readonly onRequesterPays: (agrees: boolean) => void;
  readonly listing: ReturnType<typeof useListing>;
  readonly filter: string;
  readonly onClearFilter: () => void;
  readonly order: Order;
  readonly onSort: (column: Column) => void;
  readonly hrefOf: (prefix: string) => string;
  readonly onNavigate: (prefix: string) => void;
  readonly gates: Gates;
  readonly onUpload: () => void;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  /** Where listing is allowed; undefined while that is being asked. */
  readonly listable: readonly string[] | undefined;
  readonly onInstead: ((prefix: string) => void) | null;
  readonly onDetails: (key: string) => void;
  readonly detailsKey: string | null;
  readonly initialKey: string | null;
  readonly takesFocus: boolean;
  /** What stands at the end of the line below the list. */
  readonly statusEnd: ReactNode;
}

export function Listing(props: ListingProps) {
  const { listing } = props;
  const t = useTranslations("objects");
  if (listing.isPending) return <Skeleton rows={12} label={t("loading")} />;
  if (listing.data === undefined) {
    return <Failed {...props} error={listing.error} />;
  }
  return <LoadedListing {...props} pages={listing.data.pages} />;
}

/** A refused place shows what may be seen instead, once that is known. */
function Failed({ error, ...props }: ListingProps & { readonly error: Error }) {
  const t = useTranslations("objects");
  const { listing, listable } = props;
  const onRetry = () => void listing.refetch();
  if (asApiError(error).code !== "access_denied") return <ListingFailure {...{ error, onRetry }} />;
  const waiting = <Skeleton rows={12} label={t("loading")} />;
  if (listable === undefined) return waiting;
  return (
    <Suspense fallback={waiting}>
      <DeniedPlace {...props} {...{ error, onRetry, listable }} />
    </Suspense>
  );
}

interface LoadedListingProps extends ListingProps {
  readonly pages: readonly ListingPage[];
}

function LoadedListing(props: LoadedListingProps) {
  const { bucket, prefix, listing, pages, order } = props;
  const { hasNextPage: hasMore } = listing;
  const t = useTranslations("objects");
  const problem = useProblem(listing);
  const filter = useDeferredValue(props.filter);
  const entries = useEntries(pages, order);
  const shown = useMemo(() => filterEntries(entries, filter), [entries, filter]);
  useShortcuts({
    "Mod+a": () => {
      props.onSelect(all(shown));
    },
  });
  const loadMore = () => {
    if (hasMore && !listing.isFetching) void listing.fetchNextPage();
  };
  return (
    <>
      <ObjectGrid
        {...props}
        label={t("list", { path: `${bucket}/${prefix}` })}
        entries={shown}
        view={`${order.column} ${order.direction} ${filter}`}
        hasMore={hasMore}
        onNearEnd={() => {
          if (!listing.isFetchNextPageError) loadMore();
        }}
        isBusy={listing.isFetching}
      >
        {entries.length > 0 || hasMore ? (
          <NoMatch
            loaded={entries.length}
            hasMore={hasMore}
            onLoadMore={loadMore}
            onClear={props.onClearFilter}
          />
        ) : (
          <Nothing {...props} />
        )}
      </ObjectGrid>
      <ListingStatus
        loaded={entries.length}
        shown={shown.length}
        hasMore={hasMore}
        isLoadingMore={listing.isFetchingNextPage}
        problem={problem}
        onLoadMore={loadMore}
      >
        {props.statusEnd}
      </ListingStatus>
    </>
  );
}

/** Below a prefix that S3 knows, or below one that was only written into the address. */
function Nothing({ prefix, pages, gates, onUpload, onNavigate }: LoadedListingProps) {
  if (pages.some((page) => page.prefixExists))
    return <EmptyPlace isRoot={prefix === ""} gates={gates} onUpload={onUpload} />;
  return (
    <MissingPlace
      onLeave={() => {
        onNavigate(parentPrefix(prefix) ?? "");
      }}
    />
  );
}

/** What went wrong while rows stay on screen. */
function useProblem(listing: ListingProps["listing"]): string | null {
  const t = useTranslations("objects");
  const describe = useErrorText();
  if (listing.error === null || listing.isFetching) return null;
  const reason = describe(asApiError(listing.error)).body;
  return t(listing.isFetchNextPageError ? "moreFailed" : "refreshFailed", { reason });
}
