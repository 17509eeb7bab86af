/** The height of a row: one line for a mouse, taller for fingers, two lines on a phone. */
import { useMediaQuery } from "@/ui/useMediaQuery";
import { oneLine } from "./gridLooks";

/** In pixels. */
export function useRowHeight(): number {
  const isOneLine = useMediaQuery(oneLine);
  const isCoarse = useMediaQuery("(pointer: coarse)");
  if (!isOneLine) return 56;
  return isCoarse ? 44 : 36;
}
