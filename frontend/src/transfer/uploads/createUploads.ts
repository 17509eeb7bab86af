/** Puts engine, memory and revival of uploads together behind what transfers ask of them. */
import { type Failure, failure } from "../core/failure";
import { restored } from "../core/restoring";
import { step } from "../core/step";
import { queued, type Upload } from "../core/upload";
import { type Limits, refusal } from "../core/validate";
import type { Host } from "../host";
import type { Arrival, Uploads } from "../lazyUploads";
import { persistentApi } from "../persistentApi";
import type { ApiPort, HandlesPort, UploadJournalPort, World } from "../ports";
import type { ConflictChoice, Leftover, NewFile } from "../transfers";
import type { Row } from "../views";
import { uploadIdOf } from "./begun";
import { FileMatch, lacksFile } from "./fileMatch";
import { isCutAlike, planFor } from "./leftovers";
import { Memory } from "./memory";
import { isPausedFor } from "./remembered";
import { Revival } from "./revival";
import { UploadEngine } from "./uploadEngine";
import { newUploadEntry, type UploadEntry } from "./uploadEntry";
import { rowOf } from "./uploadRow";

/** What uploads need of a page besides what their engine needs. */
export interface UploadsWorld extends World {
  readonly journal: UploadJournalPort;
  readonly handles: HandlesPort;
}

/** What the API's configuration allows, and what it does. */
export interface Rules {
  readonly limits: Limits;
  /** Bytes of a part, unless there would be too many. */
  readonly partSize: number;
  readonly allowedContentTypes: readonly string[];
  /** S3 computes a CRC64NVME of every object. */
  readonly objectChecksums: boolean;
}

/** Goes on with what an earlier page has left of `owner` (an ARN). */
export function createUploads(
  world: UploadsWorld,
  host: Host,
  rules: Rules,
  owner: string,
): Uploads {
  const uploads = new LoadedUploads(world, host, rules, owner);
  uploads.revival.start();
  return uploads;
}

class LoadedUploads implements Uploads {
  readonly revival: Revival;
  private readonly entries = new Map<string, UploadEntry>();
  private readonly engine: UploadEngine;
  private readonly memory: Memory;
  private readonly api: ApiPort;

  constructor(
    private readonly world: UploadsWorld,
    private readonly host: Host,
    private readonly rules: Rules,
    owner: string,
  ) {
    const { journal, handles, clock } = world;
    const { board } = host;
    const { entries } = this;
    this.api = persistentApi(world, host.connections.hold);
    this.memory = new Memory({ journal, owner, onForgetful: board.setForgetful.bind(board) });
    this.engine = new UploadEngine(world, {
      ...rules,
      connections: host.connections,
      multipartThreshold: rules.limits.multipartThreshold,
      onNote: this.memory.note,
      onCredentialsExpired: host.credentialsExpired,
      entries: () => entries.values(),
      onChange: this.changed,
      speed: board.speed,
    });
    const { memory, engine, show, drop } = this;
    const tell = engine.tell.bind(engine);
    this.revival = new Revival({
      ...{ owner, journal, handles, clock, memory, entries },
      ...{ tell, show, drop },
    });
  }

  /** A file that an upload waits for goes on with that one. */
  add(arrivals: readonly Arrival[]): void {
    const waiting = new FileMatch(this.entries.values());
    const matched = arrivals.map((arrival) => [arrival, waiting.takeAt(arrival)] as const);
    const taken = matched.filter(([, entry]) => entry !== null);
    this.host.board.remove(new Set(taken.map(([{ id }]) => id)));
    for (const [arrival, entry] of taken) if (entry !== null) this.give(entry, arrival);
    this.resumeReady(taken.flatMap(([, entry]) => entry ?? []));
    const added = matched.flatMap(([arrival, entry]) => (entry ? [] : [this.enter(arrival)]));
    this.engine.add(added.filter(({ upload }) => upload.phase === "queued"));
  }

  giveFiles(ids: readonly string[], files: readonly NewFile[]): readonly NewFile[] {
    const waiting = new FileMatch(this.find(ids));
    const matched = files.map((file) => [file, waiting.takeFor(file)] as const);
    for (const [{ file, handle }, entry] of matched) {
      if (entry !== null) this.give(entry, { file, handle });
    }
    this.resumeReady(matched.flatMap(([, entry]) => entry ?? []));
    return matched.flatMap(([file, entry]) => (entry ? [] : [file]));
  }

  continueLeftover(leftover: Leftover, arrival: Arrival): void {
    const isIt = ({ upload }: UploadEntry) => uploadIdOf(upload) === leftover.uploadId;
    const known = [...this.entries.values()].find(isIt);
    if (known === undefined) void this.takeUp(leftover, arrival);
    else this.host.board.remove(new Set([arrival.id]));
    if (known !== undefined && lacksFile(known))
      this.giveFiles(
        [idOf(known)],
        [{ file: arrival.file, ...(arrival.handle && { handle: arrival.handle }) }],
      );
  }

  pause(ids: readonly string[]): void {
    this.engine.tell(this.find(ids), { kind: "paused", reason: "person" });
  }

  resume(ids: readonly string[]): void {
    const entries = this.find(ids);
    this.resumeReady(entries.filter((entry) => !isElsewhere(entry)));
    const fileless = entries.filter(lacksFile).filter(({ upload }) => !isPausedFor(upload, "file"));
    this.findFiles(fileless);
  }

  credentialsExpired(): void {
    this.engine.tell([...this.entries.values()], { kind: "paused", reason: "credentials" });
  }

  credentialsRenewed(): void {
    const all = [...this.entries.values()];
    this.resumeReady(all.filter(({ upload }) => isPausedFor(upload, "credentials")));
  }

  cancel(ids: readonly string[]): void {
    const own = this.find(ids).filter((entry) => !isElsewhere(entry));
    this.engine.tell(own, { kind: "cancelled" });
  }

  cancelAll(): void {
    this.cancel([...this.entries.keys()]);
    this.drop([...this.entries.values()].filter(isElsewhere));
  }

  retry(ids: readonly string[]): void {
    const entries = this.find(ids);
    this.engine.tell(entries, { kind: "retried", now: this.world.clock.now() });
    const fileless = entries.filter(({ upload, file }) => file === null && isStopped(upload));
    for (const entry of fileless) {
      const { source, onConflict } = entry.upload;
      this.become(entry, restored(source, onConflict, null, "permission"));
    }
    this.findFiles(fileless);
  }

  resolveConflicts(ids: readonly string[], choice: ConflictChoice): void {
    this.engine.tell(this.find(ids), { kind: "resolved", choice });
  }

  clearFinished(): void {
    this.drop([...this.entries.values()].filter(isFinished));
  }

  *rows(): Iterable<Row> {
    for (const { upload } of this.entries.values()) yield rowOf(upload);
  }

  private find(ids: readonly string[]): readonly UploadEntry[] {
    return ids.map((id) => this.entries.get(id)).filter((entry) => entry !== undefined);
  }

  private enter({ file, handle, ...source }: Arrival): UploadEntry {
    const reason = refusal(source, this.rules.limits);
    const fresh = queued(source, "refuse");
    const entry = newUploadEntry(reason === null ? fresh : failed(fresh, reason), file, handle);
    this.entries.set(source.id, entry);
    this.memory.write(entry);
    this.show(entry);
    return entry;
  }

  private give(entry: UploadEntry, { file, handle }: Pick<Arrival, "file" | "handle">): void {
    entry.file = file;
    entry.handle = handle ?? entry.handle;
    this.memory.write(entry);
  }

  private resumeReady(entries: readonly UploadEntry[]): void {
    this.engine.tell(entries, { kind: "resumed", now: this.world.clock.now() });
  }

  /** Opens the files again, or says that they have to be picked again. */
  private findFiles(entries: readonly UploadEntry[]): void {
    const lost = entries.filter(({ handle }) => handle === null);
    this.engine.tell(lost, { kind: "paused", reason: "file" });
    const kept = entries.filter(({ handle }) => handle !== null);
    if (kept.length > 0) void this.revival.ask(kept);
  }

  private async takeUp(leftover: Leftover, { file, handle, ...source }: Arrival): Promise<void> {
    const plan = planFor(leftover, source.size, this.rules.partSize);
    const kept = { plan, parts: new Map() };
    const entry = newUploadEntry(restored(source, "refuse", kept, "person"), file, handle);
    this.entries.set(source.id, entry);
    if (!(await this.memory.take(entry.upload))) {
      this.become(entry, restored(source, "refuse", kept, "other-page"));
      return;
    }
    this.memory.write(entry);
    this.show(entry);
    const { bucket, key, uploadId } = leftover;
    const answer = await this.api.uploaded(bucket, key, uploadId);
    if (entry.upload.phase !== "paused") return;
    const isOther = answer.kind === "ok" && !isCutAlike(plan, source.size, answer.value);
    const mismatch = failure("leftover_mismatch", { name: source.name, key });
    if (isOther) this.become(entry, failed(queued(source, "refuse"), mismatch));
    else this.resumeReady([entry]);
  }

  /** Makes it another upload without the effects that the engine would perform. */
  private become(entry: UploadEntry, upload: Upload): void {
    const before = entry.upload;
    entry.upload = upload;
    this.changed(upload, before);
  }

  private readonly changed = (upload: Upload, before: Upload): void => {
    const entry = this.entries.get(upload.source.id);
    if (entry !== undefined) this.memory.changed(entry, before);
    this.host.board.show(rowOf(upload));
    if (upload.phase !== "done" || before.phase === "done") return;
    const { bucket, prefix } = upload.source;
    this.host.completed({ bucket, prefix, key: upload.key });
  };

  private readonly show = ({ upload }: UploadEntry): void => {
    this.host.board.show(rowOf(upload));
  };

  private readonly drop = (entries: readonly UploadEntry[]): void => {
    for (const entry of entries) this.entries.delete(idOf(entry));
    this.host.board.remove(new Set(entries.map(idOf)));
  };
}

/** Without effects, for nothing has been begun. */
function failed(upload: Upload, reason: Failure): Upload {
  return step(upload, { kind: "failed", failure: reason })[0];
}

function idOf({ upload }: UploadEntry): string {
  return upload.source.id;
}

function isElsewhere({ upload }: UploadEntry): boolean {
  return isPausedFor(upload, "other-page");
}

function isStopped({ phase }: Upload): boolean {
  return phase === "failed" || phase === "cancelled";
}

function isFinished({ upload }: UploadEntry): boolean {
  return upload.phase === "done" || upload.phase === "cancelled";
}
