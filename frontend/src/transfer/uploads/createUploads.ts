/** Puts engine, memory, revival and leftovers of uploads together behind what transfers ask of them. */
import { restored } from "../core/restoring";
import { queued, type Upload } from "../core/upload";
import { type Limits, refusal } from "../core/validate";
import type { Host } from "../host";
import type { Arrival, Uploads } from "../lazyUploads";
import { persistentApi } from "../persistentApi";
import type { HandlesPort, UploadJournalPort, World } from "../ports";
import type { ConflictChoice, Leftover, NewFile, UnusedFiles } from "../transfers";
import type { Row } from "../views";
import { uploadIdOf } from "./begun";
import { failed } from "./failed";
import { FileMatch, lacksFile } from "./fileMatch";
import { Leftovers } from "./leftovers";
import { Memory } from "./memory";
import { isPausedFor } from "./remembered";
import { Revival } from "./revival";
import { UploadEngine } from "./uploadEngine";
import { newUploadEntry, type UploadEntry } from "./uploadEntry";
import { idOf, isElsewhere, UploadTable } from "./uploadTable";

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
  private readonly table: UploadTable;
  private readonly engine: UploadEngine;
  private readonly memory: Memory;
  private readonly leftovers: Leftovers;

  constructor(
    private readonly world: UploadsWorld,
    private readonly host: Host,
    private readonly rules: Rules,
    owner: string,
  ) {
    const { journal, handles, clock } = world;
    const { board, connections } = host;
    const onForgetful = board.setForgetful.bind(board);
    const memory = new Memory({ journal, owner, onForgetful });
    const table = new UploadTable(host, memory);
    const engine = new UploadEngine(world, {
      ...rules,
      connections,
      multipartThreshold: rules.limits.multipartThreshold,
      onNote: memory.note,
      onCredentialsExpired: host.credentialsExpired,
      entries: () => table.all(),
      onChange: table.changed,
      speed: board.speed,
    });
    const tell = engine.tell.bind(engine);
    this.revival = new Revival({ owner, journal, handles, clock, memory, table, tell });
    const api = persistentApi(world, connections.hold);
    const resume = (entry: UploadEntry) => {
      this.resumeReady([entry]);
    };
    this.leftovers = new Leftovers({ api, partSize: rules.partSize, memory, table, resume });
    this.memory = memory;
    this.table = table;
    this.engine = engine;
  }

  /** A file that an upload waits for goes on with that one. */
  add(arrivals: readonly Arrival[]): void {
    const waiting = new FileMatch(this.table.all());
    const matched = arrivals.map((arrival) => [arrival, waiting.takeAt(arrival)] as const);
    const taken = matched.filter(([, entry]) => entry !== null);
    if (taken.length > 0) this.host.board.remove(new Set(taken.map(([{ id }]) => id)));
    for (const [arrival, entry] of taken) if (entry !== null) this.give(entry, arrival);
    this.resumeReady(taken.flatMap(([, entry]) => entry ?? []));
    const added = matched.flatMap(([arrival, entry]) => (entry ? [] : [this.enter(arrival)]));
    this.engine.add(added.filter(({ upload }) => upload.phase === "queued"));
  }

  giveFiles(ids: readonly string[], files: readonly NewFile[]): UnusedFiles {
    const waiting = new FileMatch(this.table.find(ids));
    const matched = files.map((file) => [file, waiting.takeFor(file)] as const);
    const given: UploadEntry[] = [];
    for (const [{ file, handle }, entry] of matched) {
      if (entry === null || entry === "ambiguous") continue;
      this.give(entry, { file, handle });
      given.push(entry);
    }
    this.resumeReady(given);
    const unused = (why: "ambiguous" | null) => {
      return matched.filter(([, entry]) => entry === why).map(([file]) => file);
    };
    return { strangers: unused(null), ambiguous: unused("ambiguous") };
  }

  /** What this page has left in the journal is brought back first: it may be the same one. */
  continueLeftover(leftover: Leftover, arrival: Arrival): void {
    this.leftovers.expect(arrival.id);
    this.revival.afterClaims(() => {
      this.takeUp(leftover, arrival);
    });
  }

  pause(ids: readonly string[]): void {
    this.leftovers.pause(ids);
    this.engine.tell(this.table.find(ids), { kind: "paused", reason: "person" });
  }

  resume(ids: readonly string[]): void {
    this.revival.goOn();
    const entries = this.table.find(ids);
    this.resumeReady(entries.filter((entry) => !isElsewhere(entry)));
    const fileless = entries.filter(lacksFile).filter(({ upload }) => !isPausedFor(upload, "file"));
    this.findFiles(fileless);
  }

  credentialsExpired(): void {
    this.revival.wait();
    this.engine.tell(this.table.all(), { kind: "paused", reason: "credentials" });
  }

  credentialsRenewed(): void {
    const all = this.table.all();
    this.engine.renewKeys();
    this.resumeReady(all.filter(({ upload }) => isPausedFor(upload, "credentials")));
    this.revival.goOn();
  }

  cancel(ids: readonly string[]): void {
    const own = this.table.find(ids).filter((entry) => !isElsewhere(entry));
    this.engine.tell(own, { kind: "cancelled" });
  }

  cancelAll(): void {
    this.revival.stop();
    this.cancel(this.table.all().map(idOf));
    this.table.drop(this.table.all().filter(isElsewhere));
  }

  retry(ids: readonly string[]): void {
    const entries = this.table.find(ids);
    this.engine.tell(entries, { kind: "retried", now: this.world.clock.now() });
    const fileless = entries.filter(({ upload, file }) => file === null && isStopped(upload));
    for (const entry of fileless) {
      const { source, onConflict } = entry.upload;
      this.table.become(entry, restored(source, onConflict, null, "permission"));
    }
    this.findFiles(fileless);
  }

  resolveConflicts(ids: readonly string[], choice: ConflictChoice): void {
    this.engine.tell(this.table.find(ids), { kind: "resolved", choice });
  }

  clearFinished(): void {
    this.table.drop(this.table.all().filter(isFinished));
  }

  rows(): Iterable<Row> {
    return this.table.rows();
  }

  private enter({ file, handle, ...source }: Arrival): UploadEntry {
    const reason = refusal(source, this.rules.limits);
    const fresh = queued(source, "refuse");
    const entry = newUploadEntry(reason === null ? fresh : failed(fresh, reason), file, handle);
    this.table.enter(entry);
    this.memory.write(entry);
    this.table.show(entry);
    return entry;
  }

  private takeUp(leftover: Leftover, arrival: Arrival): void {
    const isIt = ({ upload }: UploadEntry) => uploadIdOf(upload) === leftover.uploadId;
    const known = this.table.all().find(isIt);
    if (known === undefined) void this.leftovers.takeUp(leftover, arrival);
    else if (isElsewhere(known)) this.host.board.remove(new Set([arrival.id]));
    else if (new FileMatch([known]).takeFor(arrival) === null) {
      this.leftovers.refuse(leftover, arrival);
    } else {
      this.host.board.remove(new Set([arrival.id]));
      this.give(known, arrival);
      this.resumeReady([known]);
    }
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
}

function isStopped({ phase }: Upload): boolean {
  return phase === "failed" || phase === "cancelled";
}

function isFinished({ upload }: UploadEntry): boolean {
  return upload.phase === "done" || upload.phase === "cancelled";
}
