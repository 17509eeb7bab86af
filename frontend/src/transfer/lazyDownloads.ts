/** Downloads before their engine is loaded: keeps what is asked of it, and shows that it waits. */
import type { Board } from "./board";
import type { Connections } from "./connections";
import type { World } from "./ports";
import type { ConflictChoice, DownloadRequest, TransferView } from "./transfers";
import type { Row } from "./views";

/** The engine; commands about transfers that it does not know are none of its business. */
export interface Downloads {
  /** @param ids one for each object and then for each prefix */
  download(request: DownloadRequest, ids: readonly string[]): void;
  pause(ids: readonly string[]): void;
  resume(ids: readonly string[]): void;
  cancel(ids: readonly string[]): void;
  cancelAll(): void;
  retry(ids: readonly string[]): void;
  resolveConflicts(ids: readonly string[], choice: ConflictChoice): void;
  clearFinished(): void;
  rows(): Iterable<Row>;
}

/** What the engine shares with uploads. */
export interface DownloadsHost {
  readonly world: World;
  readonly connections: Connections;
  readonly board: Board;
  /** No other page and no earlier one has given it. */
  readonly newId: () => string;
}

export class LazyDownloads {
  private engine: Downloads | null = null;
  private isLoading = false;
  private readonly waiting = new Map<string, TransferView>();
  private later: ((engine: Downloads) => void)[] = [];

  constructor(
    private readonly host: DownloadsHost,
    private readonly loadEngine: (host: DownloadsHost) => Promise<Downloads>,
  ) {}

  download(request: DownloadRequest): void {
    const items = itemsOf(request);
    const ids = items.map(this.host.newId);
    if (this.engine !== null) {
      this.engine.download(request, ids);
      return;
    }
    for (const [i, item] of items.entries()) {
      const view = viewOf(ids[i] ?? "", item, request);
      this.waiting.set(view.id, view);
    }
    this.later.push((engine) => {
      this.downloadKept(engine, request, ids);
    });
    void this.load();
  }

  /** Passes a command on, now or as soon as the engine is there. */
  tell(command: (engine: Downloads) => void): void {
    if (this.engine !== null) command(this.engine);
    else if (this.waiting.size > 0) this.later.push(command);
  }

  /** What has not begun leaves nothing behind, not even its row. */
  cancel(ids: readonly string[]): void {
    this.engine?.cancel(ids);
    const dropped = ids.filter((id) => this.waiting.delete(id));
    if (dropped.length > 0) this.host.board.remove(new Set(dropped));
  }

  cancelAll(): void {
    this.cancel([...this.waiting.keys()]);
    if (this.engine !== null) this.engine.cancelAll();
    else if (this.isLoading) this.later.push(cancelAllOf);
  }

  retry(ids: readonly string[]): void {
    if (this.engine !== null) this.engine.retry(ids);
    else if (ids.some((id) => this.waiting.has(id))) void this.load();
  }

  *rows(): Iterable<Row> {
    for (const view of this.waiting.values()) yield rowOf(view);
    if (this.engine !== null) yield* this.engine.rows();
  }

  /** A page that is older than the server, or has no network, cannot load it. */
  async load(): Promise<void> {
    if (this.isLoading || this.engine !== null) return;
    this.isLoading = true;
    this.show("waiting", null);
    try {
      this.engine = await this.loadEngine(this.host);
    } catch {
      this.show("failed", UNREACHABLE);
    }
    this.isLoading = false;
    if (this.engine !== null) this.handOver(this.engine);
  }

  private handOver(engine: Downloads): void {
    for (const command of this.later.splice(0)) command(engine);
    this.waiting.clear();
  }

  private downloadKept(engine: Downloads, request: DownloadRequest, ids: readonly string[]): void {
    const { objects, prefixes } = request;
    const isKept = (place: number) => this.waiting.has(ids[place] ?? "");
    const kept = {
      ...request,
      objects: objects.filter((_, i) => isKept(i)),
      prefixes: prefixes.filter((_, i) => isKept(objects.length + i)),
    };
    engine.download(
      kept,
      ids.filter((_, i) => isKept(i)),
    );
  }

  private show(status: "waiting" | "failed", reason: TransferView["failure"]): void {
    for (const [id, view] of this.waiting) {
      const next = { ...view, status, failure: reason };
      this.waiting.set(id, next);
      this.host.board.show(rowOf(next));
    }
  }
}

/** What an earlier page has left goes, too. */
function cancelAllOf(engine: Downloads): void {
  engine.cancelAll();
}

const UNREACHABLE: TransferView["failure"] = {
  code: "api_unreachable",
  params: {},
  requestId: null,
};

type Item = DownloadRequest["objects"][number];

function itemsOf({ objects, prefixes }: DownloadRequest): readonly Item[] {
  return [...objects, ...prefixes.map((key) => ({ key, size: 0 }))];
}

function rowOf(view: TransferView): Row {
  return { id: view.id, isMoving: false, movedBytes: 0, view: () => view };
}

function viewOf(id: string, { key, size }: Item, { bucket, prefix }: DownloadRequest) {
  const localPath = key.slice(prefix.length);
  return {
    id,
    direction: "download",
    bucket,
    prefix,
    key,
    name: lastStep(key),
    size,
    status: "waiting",
    movedBytes: 0,
    bytesPerSecond: null,
    remainingSeconds: null,
    failure: null,
    pausedFor: null,
    verified: null,
    notified: null,
    download: { localPath, renamed: false, restarted: false, found: null },
  } satisfies TransferView;
}

/** "c.txt" of "a/b/c.txt", "b/" of "a/b/". */
export function lastStep(key: string): string {
  return key.slice(key.lastIndexOf("/", key.length - 2) + 1);
}
