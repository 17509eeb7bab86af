/** The rows in sight, out of any number. */
import { defaultRangeExtractor, useVirtualizer, type Range } from "@tanstack/react-virtual";
import type { RefObject } from "react";
import type { Entry } from "./entry";
import type { GridHeights } from "./useGridHeights";

export interface VirtualRowsOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly entries: readonly Entry[];
  readonly heights: GridHeights;
  /** Stays in the document wherever the list is scrolled to, because it holds the focus. */
  readonly activeRow: number;
}

export function useVirtualRows({ scroller, entries, heights, activeRow }: VirtualRowsOptions) {
  const { header, row: rowHeight } = heights;
  // eslint-disable-next-line react-hooks/incompatible-library -- it matters to React Compiler only
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
    scrollMargin: header,
    scrollPaddingStart: header,
    rangeExtractor: (range) => withRow(defaultRangeExtractor(range), activeRow, range),
  });
  return {
    /** Pixels. */
    height: entries.length * rowHeight,
    items: rows.getVirtualItems().flatMap(({ index }) => {
      const entry = entries[index];
      return entry === undefined ? [] : [{ index, start: index * rowHeight, entry }];
    }),
    inSight: () => Math.max(1, Math.floor((rows.scrollRect?.height ?? 0) / rowHeight) - 2),
    reveal: (row: number) => {
      rows.scrollToIndex(row);
    },
  };
}

function withRow(shown: number[], row: number, { startIndex, endIndex, count }: Range): number[] {
  const isElsewhere = row < startIndex || row > endIndex;
  if (!isElsewhere || row < 0 || row >= count || shown.includes(row)) return shown;
  return [...shown, row].sort((a, b) => a - b);
}
