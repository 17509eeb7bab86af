/** The tree of a selected prefix while its objects are looked for. */
import { lastStep } from "../lazyDownloads";
import type { Failure, PauseReason, TransferView } from "../transfers";
import { offline, type Row } from "../views";

export interface Tree {
  readonly id: string;
  readonly bucket: string;
  /** Where it was selected: what is below it keeps its path. */
  readonly base: string;
  /** The tree's own; ends with "/". */
  readonly prefix: string;
  readonly requesterPays: boolean;
  readonly status: "listing" | "paused" | "failed" | "cancelled";
  /** Null unless the status is paused. */
  readonly pausedFor: PauseReason | null;
  readonly failure: Failure | null;
  /** Where the next page begins; null at the start. */
  readonly cursor: string | null;
  /** Objects so far. */
  readonly found: number;
}

/** It goes as soon as all of it is found: then its files' rows tell the rest. */
export function treeRowOf(tree: Tree): Row {
  return {
    id: tree.id,
    isMoving: false,
    movedBytes: 0,
    view: ({ held }) => viewOf(tree, held),
  };
}

function viewOf(tree: Tree, held: boolean): TransferView {
  const { id, bucket, base, prefix, status, pausedFor, found } = tree;
  const localPath = prefix.slice(base.length);
  return {
    id,
    direction: "download",
    bucket,
    prefix: base,
    key: prefix,
    uploadId: null,
    name: lastStep(prefix),
    size: 0,
    status,
    movedBytes: 0,
    bytesPerSecond: null,
    remainingSeconds: null,
    failure: tree.failure ?? offline(status, held),
    pausedFor,
    verified: null,
    notified: null,
    download: { localPath, renamed: false, restarted: false, found },
  };
}
