/** Counts what a deletion will take, trees and all: exactly the keys that were counted go. */

/** More than this many keys are a lifecycle rule's work, and too many to hold here. */
export const mostKeys = 100_000;

export interface CountedObject {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
}

export interface Count {
  readonly keys: readonly string[];
  readonly bytes: number;
}

export interface ListedPage {
  readonly objects: readonly CountedObject[];
  readonly nextCursor: string | null;
}

export interface CountSteps {
  /** One page of all objects below a prefix, the prefix's own marker included. */
  readonly list: (prefix: string, cursor: string | null) => Promise<ListedPage>;
  /** Hears of each page. */
  readonly onProgress: (soFar: Count) => void;
}

/** The keys of single objects and of all below the prefixes; null when they are too many. Throws what `list` throws. */
export async function countTrees(
  objects: readonly CountedObject[],
  prefixes: readonly string[],
  { list, onProgress }: CountSteps,
): Promise<Count | null> {
  let count = added({ keys: [], bytes: 0 }, objects);
  for (const prefix of prefixes) {
    let cursor: string | null = null;
    do {
      const page: ListedPage = await list(prefix, cursor);
      count = added(count, page.objects);
      if (count.keys.length > mostKeys) return null;
      onProgress(count);
      cursor = page.nextCursor;
    } while (cursor !== null);
  }
  return count.keys.length > mostKeys ? null : count;
}

function added({ keys, bytes }: Count, objects: readonly CountedObject[]): Count {
  return {
    keys: keys.concat(objects.map(({ key }) => key)),
    bytes: objects.reduce((sum, { size }) => sum + size, bytes),
  };
}
