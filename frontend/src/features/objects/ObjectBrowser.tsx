/** The objects of one bucket below one prefix: path, filter, list, and the way in and up. */
import { useRef, useState } from "react";
import type { Transfers } from "@/transfer/transfers";
import { useShortcuts } from "@/ui/useShortcuts";
import { visibleName } from "@/ui/visibleName";
import { Listing } from "./Listing";
import { ObjectToolbar } from "./ObjectToolbar";
import { byName, nextOrder } from "./order";
import { parentPrefix, stepBelow } from "./path";
import { useFilter } from "./useFilter";
import { useListing } from "./useListing";
import { useUploadRefresh } from "./useUploadRefresh";

export interface ObjectBrowserProps {
  readonly bucket: string;
  /** Ends with "/", or is empty for the bucket's root. */
  readonly prefix: string;
  /** The address of a prefix of this bucket. */
  readonly hrefOf: (prefix: string) => string;
  readonly onNavigate: (prefix: string) => void;
  /** Opens the file picker. */
  readonly onUpload: () => void;
  readonly transfers: Pick<Transfers, "onCompleted">;
}

export function ObjectBrowser(props: ObjectBrowserProps) {
  const { bucket, prefix, hrefOf, onUpload, transfers } = props;
  const place = { bucket, prefix };
  const section = useRef<HTMLElement>(null);
  const filterInput = useRef<HTMLInputElement>(null);
  const [order, setOrder] = useState(byName);
  const [arrival, setArrival] = useState(atFirstRow);
  const filter = useFilter(place);
  const listing = useListing(place);
  useUploadRefresh(transfers, place);

  const walkTo = (to: string, takesFocus: boolean) => {
    setArrival({ initialKey: stepBelow(to, prefix), takesFocus });
    props.onNavigate(to);
  };
  useShortcuts({
    "/": () => filterInput.current?.focus(),
    u: onUpload,
    Backspace: () => {
      const above = parentPrefix(prefix);
      if (above !== null) walkTo(above, true);
    },
  });

  return (
    <section ref={section} className="flex min-h-0 flex-1 flex-col">
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
        onLeaveFilter={() => {
          section.current?.querySelector<HTMLElement>("[role=grid] [tabindex='0']")?.focus();
        }}
        isRefreshing={listing.isRefetching && !listing.isFetchingNextPage}
        onRefresh={() => void listing.refetch()}
        onUpload={onUpload}
      />
      <Listing
        key={`${bucket}/${prefix}`}
        {...place}
        {...arrival}
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
        onUpload={onUpload}
      />
    </section>
  );
}

interface Arrival {
  /** The row at which the list begins: on the way up, the prefix that was left. */
  readonly initialKey: string | null;
  readonly takesFocus: boolean;
}

const atFirstRow: Arrival = { initialKey: null, takesFocus: false };
