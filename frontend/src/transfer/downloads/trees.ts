/** Lists the trees of selected prefixes page by page, while what was found is already downloaded. */
import { needsNewKeys } from "../core/keys";
import type { Failure, PauseReason } from "../transfers";
import type { ApiAnswer } from "../ports";
import type { ListedObjects } from "./ports";
import type { Tree } from "./tree";

/** No further page is listed while more downloads than this have not begun. */
const MAX_WAITING = 2_000;

export interface TreesOptions {
  /** One page of a tree. */
  readonly list: (tree: Tree) => Promise<ApiAnswer<ListedObjects>>;
  /** Downloads that have not begun. */
  readonly waiting: () => number;
  readonly onFound: (tree: Tree, objects: ListedObjects["objects"]) => void;
  readonly onCredentialsExpired: () => void;
  readonly onChange: (tree: Tree) => void;
  /** All of it is found. */
  readonly onEnd: (tree: Tree) => void;
}

export class Trees {
  private readonly trees = new Map<string, Tree>();
  /** Trees with a page on its way. */
  private readonly asking = new Set<string>();

  constructor(private readonly options: TreesOptions) {}

  all(): Iterable<Tree> {
    return this.trees.values();
  }

  add(tree: Tree): void {
    this.change(tree);
    this.pump();
  }

  pause(ids: Iterable<string>, reason: PauseReason): void {
    this.move(ids, ["listing"], "paused", reason);
  }

  resume(ids: Iterable<string>): void {
    this.move(ids, ["paused"], "listing");
  }

  /** Stops looking; what was found already goes on. */
  cancel(ids: Iterable<string>): void {
    this.move(ids, ["listing", "paused", "failed"], "cancelled");
  }

  retry(ids: Iterable<string>): void {
    this.move(ids, ["failed", "cancelled"], "listing");
  }

  /** Forgets cancelled ones. @returns their ids */
  clear(): readonly string[] {
    const cancelled = [...this.trees.values()].filter(({ status }) => status === "cancelled");
    for (const { id } of cancelled) this.trees.delete(id);
    return cancelled.map(({ id }) => id);
  }

  /** Lists more where there is room for more. */
  pump(): void {
    for (const { id, status } of this.trees.values()) {
      if (status !== "listing" || this.asking.has(id)) continue;
      if (this.options.waiting() > MAX_WAITING) return;
      void this.listPage(id);
    }
  }

  private move(
    ids: Iterable<string>,
    from: readonly Tree["status"][],
    to: Tree["status"],
    pausedFor: PauseReason | null = null,
  ): void {
    for (const id of ids) {
      const tree = this.trees.get(id);
      if (tree !== undefined && from.includes(tree.status)) {
        this.change({ ...tree, status: to, pausedFor, failure: null });
      }
    }
    this.pump();
  }

  private async listPage(id: string): Promise<void> {
    const asked = this.trees.get(id);
    if (asked === undefined) return;
    this.asking.add(id);
    const answer = await this.options.list(asked);
    const tree = this.trees.get(id);
    // Stopped meanwhile: the page is asked for again, if at all.
    if (tree?.status === "listing") this.take(tree, answer);
    this.asking.delete(id);
    this.pump();
  }

  private take(tree: Tree, answer: ApiAnswer<ListedObjects>): void {
    if (answer.kind === "failed" && needsNewKeys(answer.failure)) {
      this.pause([tree.id], "credentials");
      this.options.onCredentialsExpired();
      return;
    }
    if (answer.kind === "failed") {
      this.change({ ...tree, status: "failed", failure: answer.failure as Failure });
      return;
    }
    const { objects, nextCursor } = answer.value;
    this.options.onFound(tree, objects);
    const next = { ...tree, cursor: nextCursor, found: tree.found + objects.length };
    if (nextCursor === null) this.end(next);
    else this.change(next);
  }

  private end(tree: Tree): void {
    this.trees.delete(tree.id);
    this.options.onEnd(tree);
  }

  private change(tree: Tree): void {
    this.trees.set(tree.id, tree);
    this.options.onChange(tree);
  }
}
