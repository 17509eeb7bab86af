/** Transfers whose rows a test sets by hand; it remembers the commands that it got. */
import { vi } from "vitest";
import type {
  DownloadView,
  EndedTransfer,
  Transfers,
  TransfersSnapshot,
  TransferStatus,
  TransferTotals,
  TransferView,
  UnusedFiles,
} from "@/transfer/transfers";

export function row(id: string, status: TransferStatus, more: Partial<TransferView> = {}) {
  return {
    id,
    direction: "upload",
    bucket: "demo",
    prefix: "in/",
    name: `${id}.bin`,
    key: null,
    uploadId: null,
    size: 1000,
    status,
    movedBytes: 0,
    bytesPerSecond: null,
    remainingSeconds: null,
    failure: null,
    notified: null,
    pausedFor: status === "paused" ? "person" : null,
    verified: null,
    download: null,
    ...more,
  } satisfies TransferView;
}

/** A download into the local folder at `localPath`, which is its id, too. */
export function downloadRow(
  localPath: string,
  status: TransferStatus,
  more: Partial<TransferView> = {},
  download: Partial<DownloadView> = {},
): TransferView {
  return {
    ...row(localPath, status),
    direction: "download",
    name: localPath.slice(localPath.lastIndexOf("/", localPath.length - 2) + 1),
    key: `in/${localPath}`,
    download: {
      localPath,
      renamed: false,
      restarted: false,
      found: null,
      ...download,
    },
    ...more,
  };
}

function snapshotOf(
  transfers: readonly TransferView[],
  pace: Partial<TransferTotals>,
): TransfersSnapshot {
  const count = (...statuses: TransferStatus[]) =>
    transfers.filter(({ status }) => statuses.includes(status)).length;
  return {
    transfers,
    totals: {
      waiting: count("waiting"),
      active: count("listing", "uploading", "downloading", "confirming", "verifying", "saving"),
      paused: count("paused"),
      done: count("done"),
      failed: count("failed"),
      conflicts: count("conflict"),
      cancelled: count("cancelled"),
      skipped: count("skipped"),
      bytes: 0,
      movedBytes: 0,
      downloads: transfers.filter(({ direction }) => direction === "download").length,
      bytesPerSecond: null,
      remainingSeconds: null,
      offline: false,
      forgetful: false,
      ...pace,
    },
  };
}

export function fakeTransfers(...rows: TransferView[]) {
  let snapshot = snapshotOf(rows, {});
  const listeners = new Set<() => void>();
  const expiryListeners = new Set<() => void>();
  const endListeners = new Set<(ended: EndedTransfer) => void>();
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
    add: vi.fn(),
    download: vi.fn(),
    preloadUploads: vi.fn(),
    preloadDownloads: vi.fn(),
    pause: vi.fn(),
    resume: vi.fn(),
    giveFiles: vi.fn((): UnusedFiles => ({ strangers: [], ambiguous: [] })),
    continueLeftover: vi.fn(),
    credentialsRenewed: vi.fn(),
    setAside: vi.fn(),
    onCredentialsExpired: (listener: () => void) => {
      expiryListeners.add(listener);
      return () => expiryListeners.delete(listener);
    },
    cancel: vi.fn(),
    cancelAll: vi.fn(),
    retry: vi.fn(),
    resolveConflicts: vi.fn(),
    clearFinished: vi.fn(),
    onCompleted: () => () => undefined,
    onEnded: (listener: (ended: EndedTransfer) => void) => {
      endListeners.add(listener);
      return () => endListeners.delete(listener);
    },
    end: (ended: EndedTransfer) => {
      for (const listener of endListeners) listener(ended);
    },
    expire: () => {
      for (const listener of expiryListeners) listener();
    },
    /** What the engine would publish next. */
    show: (next: readonly TransferView[], pace: Partial<TransferTotals> = {}) => {
      snapshot = snapshotOf(next, pace);
      for (const listener of listeners) listener();
    },
  } satisfies Transfers & { show: unknown; expire: unknown; end: unknown };
}
