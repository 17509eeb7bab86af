/** Downloads as the journal remembers them, and back. */
import { type Download, type Kept, queued, withStored } from "../core/downloads/download";
import { rangeSizeOf } from "../core/downloads/ranges";
import type { JournalEntry } from "./ports";
import type { Tree } from "./tree";

/** @param owner the ARN of the identity */
export function entryOf(download: Download, owner: string): JournalEntry {
  const { source, path, kept } = download;
  const { id, bucket, prefix, key, size, renamed, requesterPays } = source;
  return {
    id,
    owner,
    bucket,
    prefix,
    key,
    size,
    path,
    renamed,
    paused: download.phase === "paused" && download.reason === "person",
    requesterPays,
    object: kept?.object ?? null,
    tree: null,
    rangeSize: kept?.rangeSize ?? 0,
    stored: [...(kept?.stored ?? [])],
  };
}

/** @param owner the ARN of the identity */
export function treeEntryOf(tree: Tree, owner: string): JournalEntry {
  const { id, bucket, base, prefix, requesterPays, cursor } = tree;
  return {
    id,
    owner,
    bucket,
    prefix: base,
    key: prefix,
    size: 0,
    path: [],
    renamed: false,
    paused: tree.pausedFor === "person",
    requesterPays,
    object: null,
    tree: { cursor },
    rangeSize: 0,
    stored: [],
  };
}

/** What an earlier page has left, paused; whether a taken name may be replaced is asked again. */
export function downloadOf(entry: JournalEntry): Download {
  const { id, bucket, prefix, key, size, path, renamed, requesterPays } = entry;
  const isFolder = isMarker(entry);
  const kept = keptOf(entry);
  return {
    ...queued({ id, bucket, prefix, key, size, path, renamed, requesterPays, isFolder }),
    kept,
    receivedBytes: kept?.storedBytes ?? 0,
    phase: "paused",
    reason: "person",
  };
}

/** The same of a tree; `found` counts from here. */
export function treeOf(entry: JournalEntry, cursor: string | null): Tree {
  const { id, bucket, prefix, key, requesterPays } = entry;
  const fresh = { status: "paused", pausedFor: "person", failure: null, found: 0 } as const;
  return { id, bucket, base: prefix, prefix: key, requesterPays, cursor, ...fresh };
}

/** A prefix's own marker: an empty object whose key ends with "/". */
export function isMarker({ key, size }: { readonly key: string; readonly size: number }): boolean {
  return size === 0 && key.endsWith("/");
}

function keptOf({ object, rangeSize, stored }: JournalEntry): Kept | null {
  if (object === null || rangeSize !== rangeSizeOf(object.size)) return null;
  const nothing: Kept = { object, rangeSize, stored: new Set(), storedBytes: 0 };
  return [...new Set(stored)].reduce(withStored, nothing);
}
