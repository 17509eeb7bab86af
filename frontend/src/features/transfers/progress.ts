/** How far a transfer or all of them are. */

/** From 0 to 100; an empty file is at 0 until it is done. */
export function percentOf(movedBytes: number, size: number, isDone: boolean): number {
  if (isDone) return 100;
  return size === 0 ? 0 : (100 * movedBytes) / size;
}
