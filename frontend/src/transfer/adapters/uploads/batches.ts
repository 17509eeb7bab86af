/** Cuts what may be long into pieces that do not hold up the page. */

/** Records between two turns of the event loop; those with handles take Chromium 0.1 ms each. */
export const BATCH = 100;

export function batches<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const starts = Array.from({ length: Math.ceil(items.length / BATCH) }, (_, at) => at * BATCH);
  return starts.map((start) => items.slice(start, start + BATCH));
}
