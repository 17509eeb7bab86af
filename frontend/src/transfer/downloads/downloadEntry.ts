/** A download together with what cannot be data: its requests, its timers and its turn in staging. */
import type { Download } from "../core/downloads/download";
import { nothingUnderWay, type UnderWay } from "../underWay";

export interface DownloadEntry extends UnderWay {
  download: Download;
  /** Ends when what was asked of staging last has ended. */
  staged: Promise<unknown>;
}

export function newDownloadEntry(download: Download): DownloadEntry {
  return { download, ...nothingUnderWay(), staged: Promise.resolve() };
}

export function idOf({ download }: DownloadEntry): string {
  return download.source.id;
}

/** Does something in staging once all that was asked for before has ended. */
export function inTurn<Value>(entry: DownloadEntry, work: () => Promise<Value>): Promise<Value> {
  const turn = entry.staged.then(work);
  entry.staged = turn;
  return turn;
}
