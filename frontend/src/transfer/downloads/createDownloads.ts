/** Puts the engine of downloads, trees and journal together behind what transfers ask of it. */
import { type Download, queued } from "../core/downloads/download";
import type { DownloadEvent } from "../core/downloads/events";
import type { Host } from "../host";
import type { Downloads } from "../lazyDownloads";
import { Notebook } from "../notebook";
import { persistently } from "../persistentApi";
import type { ConflictChoice, DownloadRequest } from "../transfers";
import type { Row } from "../views";
import { type DownloadEntry, idOf, newDownloadEntry } from "./downloadEntry";
import { DownloadEngine } from "./downloadEngine";
import { rowOf } from "./downloadRow";
import { endedDownload } from "./endedDownload";
import type { DownloadsWorld, JournalEntry, ListedObjects } from "./ports";
import { downloadOf, entryOf, isMarker, treeEntryOf, treeOf } from "./remembered";
import { type Tree, treeRowOf } from "./tree";
import { Trees } from "./trees";
import { Twins } from "./twins";

/** Goes on with what an earlier page has left of `owner` (an ARN). */
export async function createDownloads(
  places: DownloadsWorld,
  host: Host,
  owner: string,
): Promise<Downloads> {
  const left = await places.journal.claim(owner);
  await places.staging.keepOnly(await places.journal.ids());
  const canGoOn = await places.folder.ready();
  const downloads = new LoadedDownloads(places, host, owner);
  downloads.restore(left, canGoOn);
  return downloads;
}

class LoadedDownloads implements Downloads {
  private readonly entries = new Map<string, DownloadEntry>();
  /** Of each tree that is listed: the names of its request. */
  private readonly twins = new Map<string, Twins>();
  private readonly notebook: Notebook<JournalEntry, number>;
  private readonly engine: DownloadEngine;
  private readonly trees: Trees;

  constructor(
    private readonly places: DownloadsWorld,
    private readonly host: Host,
    private readonly owner: string,
  ) {
    this.notebook = new Notebook({
      write: (entries) => places.journal.write(entries),
      note: (id, range) => places.journal.stored(id, range),
      remove: (gone) => places.journal.remove(gone),
    });
    this.engine = new DownloadEngine(places, {
      world: { ...host.world, doctor: places.doctor },
      connections: host.connections,
      entries: () => this.entries.values(),
      onChange: this.changed,
      onCredentialsExpired: host.credentialsExpired,
      remember: (download) => {
        this.notebook.write(entryOf(download, owner));
      },
      rememberRange: (id, range) => {
        this.notebook.note(id, range);
      },
      forget: (id) => {
        this.notebook.remove(id);
      },
    });
    this.trees = new Trees({
      list: this.list,
      waiting: () => this.engine.scheduler.waiting,
      onFound: this.found,
      onCredentialsExpired: host.credentialsExpired,
      onChange: this.treeChanged,
      onEnd: this.treeEnded,
    });
  }

  /**
   * What a person had paused stays so; without permission to write into the folder all waits,
   * paused, for a click.
   */
  restore(left: readonly JournalEntry[], canGoOn: boolean): void {
    const files = left.filter(({ tree }) => tree === null);
    const added = files.map((entry) => this.enter(downloadOf(entry)));
    this.engine.scheduler.add(added);
    for (const entry of left) {
      if (entry.tree === null) continue;
      this.trees.add(treeOf(entry, entry.tree.cursor));
      // To wait for a click is not what a person has decided about it.
      this.notebook.write(entry);
    }
    if (canGoOn) this.resume(left.filter(({ paused }) => !paused).map(({ id }) => id));
  }

  download(request: DownloadRequest, ids: readonly string[]): void {
    const { bucket, prefix, requesterPays, objects, prefixes } = request;
    const names = new Twins(prefix);
    this.add(request, objects, ids, names);
    for (const [i, tree] of prefixes.entries()) {
      const id = ids[objects.length + i] ?? this.host.newId();
      this.twins.set(id, names);
      const fresh = { status: "listing", pausedFor: null, failure: null, found: 0 } as const;
      this.trees.add({
        id,
        bucket,
        base: prefix,
        prefix: tree,
        requesterPays,
        cursor: null,
        ...fresh,
      });
    }
  }

  pause(ids: readonly string[]): void {
    this.pauseFor(ids, "person");
  }

  resume(ids: readonly string[]): void {
    this.trees.resume(ids);
    this.tell(ids, { kind: "resumed" });
  }

  credentialsExpired(): void {
    this.pauseFor(this.ids(), "credentials");
  }

  credentialsRenewed(): void {
    const trees = [...this.trees.all()].filter(({ pausedFor }) => pausedFor === "credentials");
    const files = [...this.entries.values()].filter(waitsForKeys);
    this.resume([...trees.map(({ id }) => id), ...files.map(idOf)]);
  }

  cancel(ids: readonly string[]): void {
    this.trees.cancel(ids);
    this.tell(ids, { kind: "cancelled" });
  }

  cancelAll(): void {
    this.cancel(this.ids());
  }

  retry(ids: readonly string[]): void {
    this.trees.retry(ids);
    this.tell(ids, { kind: "retried" });
  }

  resolveConflicts(ids: readonly string[], choice: ConflictChoice): void {
    this.tell(ids, { kind: "resolved", choice });
  }

  clearFinished(): void {
    const finished = [...this.entries.values()].filter(isFinished);
    if (this.places.folder.copiesLater) finished.forEach(this.engine.local.free);
    for (const entry of finished) this.entries.delete(idOf(entry));
    const trees = this.trees.clear();
    for (const id of trees) this.twins.delete(id);
    this.host.board.remove(new Set([...finished.map(idOf), ...trees]));
  }

  *rows(): Iterable<Row> {
    for (const { download } of this.entries.values()) yield rowOf(download);
    for (const tree of this.trees.all()) yield treeRowOf(tree);
  }

  private ids(): readonly string[] {
    return [...[...this.trees.all()].map(({ id }) => id), ...this.entries.keys()];
  }

  private pauseFor(ids: readonly string[], reason: "person" | "credentials"): void {
    this.trees.pause(ids, reason);
    this.tell(ids, { kind: "paused", reason });
  }

  private tell(ids: readonly string[], event: DownloadEvent): void {
    const known = ids.map((id) => this.entries.get(id)).filter((entry) => entry !== undefined);
    this.engine.tell(known, event);
  }

  private add(
    { bucket, prefix, requesterPays }: Pick<DownloadRequest, "bucket" | "prefix" | "requesterPays">,
    objects: DownloadRequest["objects"],
    ids: readonly string[],
    names: Twins,
  ): void {
    const added = objects.flatMap(({ key, size }, i) => {
      const isFolder = isMarker({ key, size });
      const placed = names.place(key, isFolder);
      if (placed === null) return [];
      const id = ids[i] ?? this.host.newId();
      const source = { id, bucket, prefix, key, size, requesterPays, isFolder, ...placed };
      return [this.enter(queued(source))];
    });
    for (const { download } of added) this.notebook.write(entryOf(download, this.owner));
    this.engine.scheduler.add(added);
  }

  private enter(download: Download): DownloadEntry {
    const entry = newDownloadEntry(download);
    this.entries.set(idOf(entry), entry);
    return entry;
  }

  private readonly changed = (download: Download, before: Download): void => {
    this.host.board.show(rowOf(download));
    const ended = download.phase === before.phase ? null : endedDownload(download);
    if (ended !== null) this.host.ended(ended);
    this.trees.pump();
  };

  private readonly list = ({ bucket, prefix, cursor, requesterPays }: Tree) =>
    persistently(this.host.world, this.host.connections.hold, () =>
      this.places.api.list(bucket, prefix, cursor, requesterPays),
    );

  private readonly found = (tree: Tree, objects: ListedObjects["objects"]): void => {
    const { bucket, base, requesterPays } = tree;
    const names = this.twins.get(tree.id) ?? new Twins(base);
    this.twins.set(tree.id, names);
    this.add({ bucket, prefix: base, requesterPays }, objects, [], names);
  };

  private readonly treeChanged = (tree: Tree): void => {
    if (tree.status === "cancelled") this.notebook.remove(tree.id);
    else this.notebook.write(treeEntryOf(tree, this.owner));
    this.host.board.show(treeRowOf(tree));
  };

  private readonly treeEnded = ({ id }: Tree): void => {
    this.notebook.remove(id);
    this.twins.delete(id);
    this.host.board.remove(new Set([id]));
  };
}

function waitsForKeys({ download }: DownloadEntry): boolean {
  return download.phase === "paused" && download.reason === "credentials";
}

function isFinished({ download }: DownloadEntry): boolean {
  return download.phase === "done" || download.phase === "cancelled";
}
