/** A row for each transfer, of which only those in sight exist; it follows the work until someone scrolls. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { TransferView } from "@/transfer/transfers";
import { isUnfinished } from "@/transfer/unfinished";
import type { Commands } from "./commands";
import type { CorsHrefOf } from "./FailureNote";
import { isPaused } from "./pausing";
import { TransferRow } from "./TransferRow";
import { isUnverified } from "./verification";

/** Pixels; a failed one is higher and is measured. */
const rowHeight = 40;

export interface TransferListProps {
  readonly rows: readonly TransferView[];
  readonly commands: Commands;
  readonly corsHrefOf: CorsHrefOf;
  readonly onDecide: (id: string) => void;
  readonly onPick: (ids: readonly string[]) => void;
}

export function TransferList({ rows, ...rowProps }: TransferListProps) {
  const t = useTranslations("transfers");
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- it matters to React Compiler only
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 4,
  });
  const stopFollowing = useFollow(rows, (index) => {
    virtual.scrollToIndex(index, { align: "start" });
  });
  return (
    <div
      ref={scroller}
      role="group"
      aria-label={t("list")}
      tabIndex={0}
      className="max-h-[32dvh] min-h-0 overflow-auto -outline-offset-2 sm:max-h-[min(15rem,40dvh)]"
      onWheel={stopFollowing}
      onPointerDown={stopFollowing}
      onKeyDown={stopFollowing}
    >
      <ul className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0 border-t border-line"
              style={{ transform: `translateY(${start}px)` }}
            >
              <TransferRow transfer={row} isRepeat={isRepeat(rows[index - 1], row)} {...rowProps} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** One cause is told once: the rows below the first of a run are short. */
function isRepeat(above: TransferView | undefined, row: TransferView): boolean {
  if (above === undefined || above.direction !== row.direction) return false;
  if (isUnverified(row)) return isUnverified(above);
  const areFailed = above.status === "failed" && row.status === "failed";
  return areFailed && above.failure?.code === row.failure?.code && above.bucket === row.bucket;
}

/** Scrolls to the first transfer that waits or moves, until the person takes over or adds files. */
function useFollow(rows: readonly TransferView[], scrollTo: (index: number) => void) {
  const [followed, setFollowed] = useState(true);
  const [count, setCount] = useState(rows.length);
  if (count !== rows.length) {
    setCount(rows.length);
    if (rows.length > count) setFollowed(true);
  }
  const first = followed ? rows.findIndex(isUnderWay) : -1;
  const scroll = useEffectEvent(scrollTo);
  useEffect(() => {
    if (first >= 0) scroll(first);
  }, [first]);
  return () => {
    setFollowed(false);
  };
}

function isUnderWay(row: TransferView): boolean {
  return isUnfinished(row) && !isPaused(row);
}
