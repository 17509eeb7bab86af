/** Puts the engine of uploads together behind what transfers ask of it. */
import { step } from "../core/step";
import type { UploadEvent } from "../core/events";
import { queued, type Upload } from "../core/upload";
import { type Limits, refusal } from "../core/validate";
import type { Host } from "../host";
import type { Arrival, Uploads } from "../lazyUploads";
import type { World } from "../ports";
import type { ConflictChoice, NewFile } from "../transfers";
import type { Row } from "../views";
import { UploadEngine } from "./uploadEngine";
import { newUploadEntry, type UploadEntry } from "./uploadEntry";
import { rowOf } from "./uploadRow";

/** What the API's configuration allows. */
export interface Rules {
  readonly limits: Limits;
  readonly allowedContentTypes: readonly string[];
}

export function createUploads(world: World, host: Host, rules: Rules): Uploads {
  return new LoadedUploads(world, host, rules);
}

class LoadedUploads implements Uploads {
  private readonly entries = new Map<string, UploadEntry>();
  private readonly engine: UploadEngine;

  constructor(
    private readonly world: World,
    private readonly host: Host,
    private readonly rules: Rules,
  ) {
    this.engine = new UploadEngine(world, {
      connections: host.connections,
      multipartThreshold: rules.limits.multipartThreshold,
      allowedContentTypes: rules.allowedContentTypes,
      objectChecksums: false,
      onNote: () => undefined,
      onCredentialsExpired: () => undefined,
      entries: () => this.entries.values(),
      onChange: this.changed,
      speed: host.board.speed,
    });
  }

  add(arrivals: readonly Arrival[]): void {
    const added = arrivals.map((arrival) => this.enter(arrival));
    this.engine.add(added.filter(({ upload }) => upload.phase === "queued"));
  }

  pause(_ids: readonly string[]): void {
    // The next commit.
  }

  resume(_ids: readonly string[]): void {
    // The next commit.
  }

  credentialsExpired(): void {
    // The next commit.
  }

  credentialsRenewed(): void {
    // The next commit.
  }

  giveFiles(_ids: readonly string[], files: readonly NewFile[]): readonly NewFile[] {
    return files;
  }

  continueLeftover(): void {
    throw new Error("not yet");
  }

  cancel(ids: readonly string[]): void {
    this.tell(ids, { kind: "cancelled" });
  }

  cancelAll(): void {
    this.engine.tell([...this.entries.values()], { kind: "cancelled" });
  }

  retry(ids: readonly string[]): void {
    this.tell(ids, { kind: "retried", now: this.world.clock.now() });
  }

  resolveConflicts(ids: readonly string[], choice: ConflictChoice): void {
    this.tell(ids, { kind: "resolved", choice });
  }

  clearFinished(): void {
    const finished = [...this.entries.values()].filter(isFinished);
    const ids = new Set(finished.map(({ upload }) => upload.source.id));
    for (const id of ids) this.entries.delete(id);
    this.host.board.remove(ids);
  }

  *rows(): Iterable<Row> {
    for (const { upload } of this.entries.values()) yield rowOf(upload);
  }

  private tell(ids: readonly string[], event: UploadEvent): void {
    const known = ids.map((id) => this.entries.get(id)).filter((entry) => entry !== undefined);
    this.engine.tell(known, event);
  }

  private enter({ id, bucket, prefix, name, file }: Arrival): UploadEntry {
    const source = { id, bucket, prefix, name, size: file.size, lastModified: file.lastModified };
    const reason = refusal(source, this.rules.limits);
    const fresh = queued(source, "refuse");
    const upload = reason === null ? fresh : step(fresh, { kind: "failed", failure: reason })[0];
    const entry = newUploadEntry(upload, file);
    this.entries.set(id, entry);
    this.host.board.show(rowOf(upload));
    return entry;
  }

  private readonly changed = (upload: Upload): void => {
    this.host.board.show(rowOf(upload));
    if (upload.phase !== "done") return;
    const { bucket, prefix } = upload.source;
    this.host.completed({ bucket, prefix, key: upload.key });
  };
}

function isFinished({ upload }: UploadEntry): boolean {
  return upload.phase === "done" || upload.phase === "cancelled";
}
