/** The objects of one bucket below one prefix: path, filter, list, selection, and the way in and up. */
import { useRef, useState, type ReactNode, type RefObject } from "react";
import { useTranslations } from "use-intl";
import type { DownloadRequest, Transfers } from "@/transfer/transfers";
import { useShortcuts } from "@/ui/useShortcuts";
import { visibleName } from "@/ui/visibleName";
import { ActionBar } from "./ActionBar";
import type { Gates } from "./gates";
import { Listing } from "./Listing";
import { ObjectToolbar } from "./ObjectToolbar";
import { byName, nextOrder } from "./order";
import { parentPrefix, stepBelow } from "./path";
import { nothing } from "./selection";
import { useDeleteAction } from "./useDeleteAction";
import { useDownloadAction, type DownloadStart } from "./useDownloadAction";
import { useFilter } from "./useFilter";
import { useListing } from "./useListing";
import { useSelection } from "./useSelection";
import { useSelectionText } from "./useSelectionText";
import { useUploadRefresh } from "./useUploadRefresh";

export interface ObjectBrowserProps {
  readonly bucket: string;
  /** Ends with "/", or is empty for the bucket's root. */
  readonly prefix: string;
  /** The person has agreed to pay for requests and transfer of this bucket. */
  readonly requesterPays: boolean;
  readonly onRequesterPays: (agrees: boolean) => void;
  /** The address of a prefix of this bucket. */
  readonly hrefOf: (prefix: string) => string;
  readonly onNavigate: (prefix: string) => void;
  readonly gates: Gates;
  /** S3 has refused to delete anything here. */
  readonly onDeleteDenied: () => void;
  /** S3 has deleted so many objects. */
  readonly onDeleted: (count: number) => void;
  /** Where listing is allowed, if only below prefixes; undefined while that is being asked. */
  readonly listable: readonly string[] | undefined;
  /** Opens the one prefix that may be listed, in place of a root that may not. */
  readonly onInstead: (prefix: string) => void;
  /** Opens the file picker. */
  readonly onUpload: () => void;
  readonly onDownload: (request: DownloadRequest) => Promise<DownloadStart>;
  /** Loads what a download will need, once something is selected. */
  readonly prepareDownload: () => void;
  /** Tells all about the object of a key. */
  readonly onDetails: (key: string) => void;
  /** The object that all is told about at the moment. */
  readonly detailsKey: string | null;
  readonly transfers: Pick<Transfers, "onCompleted">;
  /** What stands at the end of the line below the list. */
  readonly statusEnd?: ReactNode;
}

export function ObjectBrowser(props: ObjectBrowserProps) {
  const { bucket, prefix, requesterPays, hrefOf, gates, onUpload, transfers } = props;
  const place = { bucket, prefix, requesterPays };
  const t = useTranslations("objects");
  const section = useRef<HTMLElement>(null);
  const filterInput = useRef<HTMLInputElement>(null);
  const [order, setOrder] = useState(byName);
  const [arrival, setArrival] = useState(atFirstRow);
  const filter = useFilter(place);
  const listing = useListing(place);
  const pages = listing.data?.pages ?? [];
  const [selection, select] = useSelection(place, listing.data?.pages);
  const selectionText = useSelectionText();
  useUploadRefresh(transfers, place);

  const focusList = () => {
    focusGrid(section);
  };
  const around = { pages, hasMore: listing.hasNextPage, filter: filter.typed };
  const hasSelection = selection.chosen.size > 0;
  const nothingSelected = hasSelection ? null : t("nothingSelected");
  const acted = { ...props, place, selection, nothingSelected };
  const download = useDownloadAction(acted);
  const deletion = useDeleteAction({ ...acted, focusList });
  const walkTo = (to: string, takesFocus: boolean) => {
    setArrival({ walkedIn: bucket, initialKey: stepBelow(to, prefix), takesFocus });
    props.onNavigate(to);
  };
  const clear = () => {
    select(nothing);
  };
  useShortcuts({
    "/": () => filterInput.current?.focus(),
    u: onUpload,
    d: download.start,
    Backspace: () => {
      const above = parentPrefix(prefix);
      if (above !== null) walkTo(above, true);
    },
    Delete: deletion.ask,
    ...(hasSelection && { Escape: clear }),
  });

  return (
    <section ref={section} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <h1 className="sr-only">{visibleName(`${bucket}/${prefix}`)}</h1>
      <ObjectToolbar
        {...place}
        hrefOf={hrefOf}
        onNavigate={(to) => {
          walkTo(to, false);
        }}
        filter={filter.typed}
        onFilter={filter.type}
        filterInput={filterInput}
        onLeaveFilter={focusList}
        isRefreshing={listing.isRefetching && !listing.isFetchingNextPage}
        onRefresh={() => void listing.refetch()}
      />
      <ActionBar
        gates={gates}
        onUpload={onUpload}
        onDownload={download.start}
        onDelete={deletion.ask}
        nothingSelected={nothingSelected}
        status={
          hasSelection
            ? [selectionText(selection, around), download.said].filter(Boolean).join(" · ")
            : deletion.said
        }
        onClear={hasSelection ? clear : null}
      />
      {download.notice}
      {deletion.notice}
      <Listing
        key={`${bucket}/${prefix}`}
        {...place}
        initialKey={arrival.initialKey}
        takesFocus={arrival.takesFocus}
        listing={listing}
        filter={filter.typed}
        onClearFilter={() => {
          filter.type("");
        }}
        order={order}
        onSort={(column) => {
          setOrder(nextOrder(order, column));
        }}
        hrefOf={hrefOf}
        onNavigate={(to) => {
          walkTo(to, true);
        }}
        gates={gates}
        onUpload={onUpload}
        selection={selection}
        onSelect={select}
        onRequesterPays={props.onRequesterPays}
        listable={props.listable}
        onDetails={props.onDetails}
        detailsKey={props.detailsKey}
        onInstead={prefix === "" && arrival.walkedIn !== bucket ? props.onInstead : null}
        statusEnd={props.statusEnd}
      />
      {deletion.dialog}
    </section>
  );
}

function focusGrid(section: RefObject<HTMLElement | null>): void {
  section.current?.querySelector<HTMLElement>("[role=grid] [tabindex='0']")?.focus();
}

interface Arrival {
  /** The bucket that was walked in; null when the page was opened by its address. */
  readonly walkedIn: string | null;
  /** The row at which the list begins: on the way up, the prefix that was left. */
  readonly initialKey: string | null;
  readonly takesFocus: boolean;
}

const atFirstRow: Arrival = { walkedIn: null, initialKey: null, takesFocus: false };
