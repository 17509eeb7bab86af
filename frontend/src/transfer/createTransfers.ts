/** Puts engine and board together behind the surface that the interface uses. */
import { Board } from "./board";
import { Connections } from "./connections";
import { step } from "./core/step";
import { queued, type Source, type Upload } from "./core/upload";
import { type Limits, refusal } from "./core/validate";
import { type Downloads, type DownloadsHost, LazyDownloads } from "./lazyDownloads";
import type { World } from "./ports";
import type { CompletedTransfer, Destination, NewFile, Transfers } from "./transfers";
import { UploadEngine } from "./uploads/uploadEngine";
import { newUploadEntry, type UploadEntry } from "./uploads/uploadEntry";
import { rowOf } from "./views";

/** What the API's configuration allows. */
export interface Rules {
  readonly limits: Limits;
  readonly allowedContentTypes: readonly string[];
}

/** How the engine of downloads comes, for it is not part of what is loaded first. */
export interface DownloadsLoader {
  readonly load: (host: DownloadsHost) => Promise<Downloads>;
  /** An earlier page has left downloads to go on with. */
  readonly hasUnfinished: boolean;
}

export function createTransfers(world: World, rules: Rules, loader: DownloadsLoader): Transfers {
  let count = 0;
  const board = new Board(world.clock);
  const connections = new Connections(world.clock, world.connectivity, held);
  const entries = new Map<string, UploadEntry>();
  const completedListeners = new Set<(done: CompletedTransfer) => void>();
  const downloads = new LazyDownloads({ world, connections, board, newId }, loader.load);
  const engine = new UploadEngine(world, {
    connections,
    multipartThreshold: rules.limits.multipartThreshold,
    allowedContentTypes: rules.allowedContentTypes,
    entries: () => entries.values(),
    onChange: changed,
    speed: board.speed,
  });
  if (loader.hasUnfinished) void downloads.load();

  function newId() {
    count += 1;
    return `download-${world.clock.now().toString(36)}-${count}-${world.random().toString(36).slice(2)}`;
  }

  function changed(upload: Upload) {
    board.show(rowOf(upload));
    if (upload.phase !== "done") return;
    const { bucket, prefix } = upload.source;
    for (const listener of completedListeners) listener({ bucket, prefix, key: upload.key });
  }

  function held(isHeld: boolean) {
    board.setHeld(isHeld);
    for (const { upload } of entries.values()) board.show(rowOf(upload));
    for (const row of downloads.rows()) board.show(row);
  }

  function newUpload(destination: Destination, { file, relativePath }: NewFile): UploadEntry {
    count += 1;
    const source = sourceOf(`transfer-${count}`, destination, file, relativePath ?? file.name);
    const reason = refusal(source, rules.limits);
    const fresh = queued(source, "refuse");
    const upload = reason === null ? fresh : step(fresh, { kind: "failed", failure: reason })[0];
    const entry = newUploadEntry(upload, file);
    entries.set(source.id, entry);
    board.show(rowOf(upload));
    return entry;
  }

  function find(ids: readonly string[]): readonly UploadEntry[] {
    return ids.map((id) => entries.get(id)).filter((entry) => entry !== undefined);
  }

  return {
    subscribe: board.subscribe,
    getSnapshot: board.getSnapshot,
    add(destination, files) {
      const added = files.map((file) => newUpload(destination, file));
      engine.add(added.filter(({ upload }) => upload.phase === "queued"));
    },
    download(request) {
      downloads.download(request);
    },
    preloadDownloads() {
      void downloads.load();
    },
    pause(ids) {
      downloads.tell((loaded) => {
        loaded.pause(ids);
      });
    },
    resume(ids) {
      downloads.tell((loaded) => {
        loaded.resume(ids);
      });
    },
    giveFiles: (_ids, files) => files,
    continueLeftover() {
      throw new Error("not yet");
    },
    credentialsRenewed: () => undefined,
    onCredentialsExpired: () => () => undefined,
    cancel(ids) {
      engine.tell(find(ids), { kind: "cancelled" });
      downloads.cancel(ids);
    },
    cancelAll() {
      engine.tell([...entries.values()], { kind: "cancelled" });
      downloads.cancelAll();
    },
    retry(ids) {
      engine.tell(find(ids), { kind: "retried", now: world.clock.now() });
      downloads.retry(ids);
    },
    resolveConflicts(ids, choice) {
      engine.tell(find(ids), { kind: "resolved", choice });
      downloads.tell((loaded) => {
        loaded.resolveConflicts(ids, choice);
      });
    },
    clearFinished() {
      const finished = [...entries.values()].filter(isFinished);
      const ids = new Set(finished.map(({ upload }) => upload.source.id));
      for (const id of ids) entries.delete(id);
      board.remove(ids);
      downloads.tell((loaded) => {
        loaded.clearFinished();
      });
    },
    onCompleted(listener) {
      completedListeners.add(listener);
      return () => completedListeners.delete(listener);
    },
  };
}

function isFinished({ upload }: UploadEntry): boolean {
  return upload.phase === "done" || upload.phase === "cancelled";
}

/** The folders of a dropped folder's file become part of the prefix, never of the name. */
function sourceOf(id: string, destination: Destination, file: File, path: string): Source {
  const { bucket, prefix } = destination;
  const end = path.lastIndexOf("/") + 1;
  const [folders, name] = [path.slice(0, end), path.slice(end)];
  return { id, bucket, prefix: prefix + folders, name, size: file.size };
}
