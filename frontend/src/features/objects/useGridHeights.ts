/** The heights of the list's header and rows: one line for a mouse, taller for fingers, two lines on a phone. */
import { useMediaQuery } from "@/ui/useMediaQuery";
import { oneLine } from "./gridLooks";

/** In pixels. */
export interface GridHeights {
  /** Sticky: it covers this much of what scrolls. */
  readonly header: number;
  readonly row: number;
}

export function useGridHeights(): GridHeights {
  const isOneLine = useMediaQuery(oneLine);
  const isCoarse = useMediaQuery("(pointer: coarse)");
  const line = isCoarse ? 44 : 36;
  return { header: line, row: isOneLine ? line : 56 };
}
