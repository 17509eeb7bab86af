/** Which rows are selected, by the rules of a file manager: one, some, a range, or all that are loaded. */
import type { Entry, ObjectEntry, PrefixEntry } from "./entry";

export interface Selection {
  /** By key, in the order they were chosen. */
  readonly chosen: ReadonlyMap<string, Entry>;
  /** The key at which a range begins; null before anything was chosen. */
  readonly anchor: string | null;
}

export const nothing: Selection = { chosen: new Map(), anchor: null };

export function only(entry: Entry): Selection {
  return { chosen: new Map([[entry.key, entry]]), anchor: entry.key };
}

export function toggled({ chosen }: Selection, entry: Entry): Selection {
  const next = new Map(chosen);
  if (!next.delete(entry.key)) next.set(entry.key, entry);
  return { chosen: next, anchor: entry.key };
}

export function all(entries: readonly Entry[]): Selection {
  return { chosen: byKey(entries), anchor: null };
}

export interface Range {
  /** The row to begin at when the selection has no anchor. */
  readonly from: number;
  readonly to: number;
  /** Whether what was chosen before stays so. */
  readonly adds: boolean;
}

/** Everything between the anchor and a row. */
export function ranged(
  { chosen, anchor }: Selection,
  entries: readonly Entry[],
  { from, to, adds }: Range,
): Selection {
  const anchored = entries.findIndex(({ key }) => key === anchor);
  const begin = anchored < 0 ? Math.max(from, 0) : anchored;
  const between = byKey(entries.slice(Math.min(begin, to), Math.max(begin, to) + 1));
  return {
    chosen: adds ? new Map([...chosen, ...between]) : between,
    anchor: entries[begin]?.key ?? null,
  };
}

/** What is left of a selection when these are the entries: what vanished drops out for good. */
export function surviving(selection: Selection, entries: Iterable<Entry>): Selection {
  if (selection.chosen.size === 0) return selection;
  const chosen = new Map<string, Entry>();
  for (const entry of entries) {
    if (selection.chosen.has(entry.key)) chosen.set(entry.key, entry);
  }
  return { ...selection, chosen };
}

export interface Parts {
  readonly objects: readonly ObjectEntry[];
  readonly prefixes: readonly PrefixEntry[];
  /** Of the objects; what lies below the prefixes is not known. */
  readonly bytes: number;
}

/** Objects and prefixes apart. */
export function partsOf(entries: Iterable<Entry>): Parts {
  const objects: ObjectEntry[] = [];
  const prefixes: PrefixEntry[] = [];
  let bytes = 0;
  for (const entry of entries) {
    if (entry.kind === "prefix") prefixes.push(entry);
    else {
      objects.push(entry);
      bytes += entry.size;
    }
  }
  return { objects, prefixes, bytes };
}

/** Whether all of these are selected, some of them, or none. */
export function extent({ chosen }: Selection, entries: readonly Entry[]): "all" | "some" | "none" {
  if (chosen.size === 0) return "none";
  const isAll = entries.every(({ key }) => chosen.has(key));
  return isAll ? "all" : "some";
}

function byKey(entries: readonly Entry[]): Map<string, Entry> {
  return new Map(entries.map((entry) => [entry.key, entry]));
}
