/** An engine before it is loaded: keeps what is asked of it, and shows that it waits. */
import type { Commands, Host, Loader } from "./host";
import type { TransferView } from "./transfers";
import type { Row } from "./views";

/** Tells which of the transfers that it was given are still wanted. */
export type IsKept = (id: string) => boolean;

export class LazyEngine<Engine extends Commands> {
  private engine: Engine | null = null;
  private isLoading = false;
  private readonly waiting = new Map<string, TransferView>();
  private later: ((engine: Engine) => void)[] = [];

  constructor(
    private readonly host: Host,
    private readonly loader: Loader<Engine>,
  ) {}

  /** Begins transfers, now or as soon as the engine is there; their rows wait until then. */
  begin(views: readonly TransferView[], start: (engine: Engine, isKept: IsKept) => void): void {
    if (this.engine !== null) {
      start(this.engine, () => true);
      return;
    }
    for (const view of views) {
      this.waiting.set(view.id, view);
      this.host.board.show(rowOf(view));
    }
    this.later.push((engine) => {
      start(engine, (id) => this.waiting.has(id));
    });
    void this.load();
  }

  /** Passes a command on, now or as soon as the engine is there. */
  tell(command: (engine: Engine) => void): void {
    if (this.engine !== null) command(this.engine);
    else if (this.isLoading || this.waiting.size > 0) this.later.push(command);
  }

  /** The engine, if it is loaded. */
  get loaded(): Engine | null {
    return this.engine;
  }

  /** What has not begun leaves nothing behind, not even its row. */
  cancel(ids: readonly string[]): void {
    this.engine?.cancel(ids);
    const dropped = ids.filter((id) => this.waiting.delete(id));
    if (dropped.length > 0) this.host.board.remove(new Set(dropped));
  }

  /** What an earlier page has left goes, too. */
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
      this.engine = await this.loader.load(this.host);
    } catch {
      this.show("failed", UNREACHABLE);
    }
    this.isLoading = false;
    if (this.engine !== null) this.handOver(this.engine);
  }

  private handOver(engine: Engine): void {
    for (const command of this.later.splice(0)) command(engine);
    this.waiting.clear();
  }

  private show(status: "waiting" | "failed", reason: TransferView["failure"]): void {
    for (const [id, view] of this.waiting) {
      const next = { ...view, status, failure: reason };
      this.waiting.set(id, next);
      this.host.board.show(rowOf(next));
    }
  }
}

function cancelAllOf(engine: Commands): void {
  engine.cancelAll();
}

const UNREACHABLE: TransferView["failure"] = {
  code: "api_unreachable",
  params: {},
  requestId: null,
};

function rowOf(view: TransferView): Row {
  return { id: view.id, isMoving: false, movedBytes: 0, view: () => view };
}
