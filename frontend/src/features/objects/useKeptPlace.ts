/** Keeps the first visible row where it is when rows come in above it; a new order begins at the top. */
import { useLayoutEffect, useRef, type RefObject } from "react";
import type { Entry } from "./entry";

export interface KeptPlaceOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly entries: readonly Entry[];
  /** Pixels. */
  readonly rowHeight: number;
  /** Changes when the order or the filter does. */
  readonly view: string;
}

/** @returns a function that tells, once, whether the last scroll was made here and not by the person. */
export function useKeptPlace({ scroller, entries, rowHeight, view }: KeptPlaceOptions) {
  const last = useRef({ entries, view });
  const isOwnScroll = useRef(false);

  useLayoutEffect(() => {
    const before = last.current;
    last.current = { entries, view };
    const element = scroller.current;
    if (element === null || element.scrollTop === 0 || before.entries === entries) return;
    const to =
      before.view === view
        ? element.scrollTop +
          shift(before.entries, entries, element.scrollTop / rowHeight) * rowHeight
        : 0;
    if (to === element.scrollTop) return;
    isOwnScroll.current = true;
    element.scrollTo({ top: to });
  }, [scroller, entries, rowHeight, view]);

  return () => {
    const wasOwn = isOwnScroll.current;
    isOwnScroll.current = false;
    return wasOwn;
  };
}

/** By how many rows the row at `at` has moved. */
function shift(before: readonly Entry[], after: readonly Entry[], at: number): number {
  const first = Math.floor(at);
  const key = before[first]?.key;
  const now = after.findIndex((entry) => entry.key === key);
  return now < 0 ? 0 : now - first;
}
