/** Performs the effects of uploads, and tells them what came of it. */
import { Checkups } from "../checkups";
import type { Connections } from "../connections";
import type { UploadEvent } from "../core/events";
import type { Failure } from "../core/failure";
import type { NotedPart } from "../core/part";
import type { Upload } from "../core/upload";
import { persistentApi } from "../persistentApi";
import type { World } from "../ports";
import { stop } from "../underWay";
import { Aborts } from "./aborts";
import { ApiCalls } from "./apiCalls";
import type { ConfirmBatch } from "./confirmQueue";
import { Pieces, type Sent } from "./pieces";
import type { PlanBatch } from "./planQueue";
import { bucketOf, type UploadEntry } from "./uploadEntry";
import { type Performer, UploadScheduler } from "./uploadScheduler";

export interface UploadEngineOptions {
  readonly connections: Connections;
  /** Bytes; larger files go by multipart. */
  readonly multipartThreshold: number;
  readonly allowedContentTypes: readonly string[];
  /** S3 computes a CRC64NVME of every object. */
  readonly objectChecksums: boolean;
  /** All there are, finished ones too. */
  readonly entries: () => Iterable<UploadEntry>;
  readonly onChange: (upload: Upload, before: Upload) => void;
  /** S3 has one more part of a multipart upload. */
  readonly onNote: (id: string, partNumber: number, part: NotedPart) => void;
  /** S3 or the API has refused the keys as expired; everything is paused by then. */
  readonly onCredentialsExpired: () => void;
  /** Bytes per second of all uploads together, as far as known. */
  readonly speed: () => number | null;
}

export class UploadEngine implements Performer {
  private readonly scheduler: UploadScheduler;
  private readonly checkups: Checkups;
  private readonly calls: ApiCalls;
  private readonly pieces: Pieces;
  private readonly aborts: Aborts;
  /** What is being completed with the keys before these: its answer may be about those. */
  private withOldKeys = new Set<UploadEntry>();

  constructor(
    private readonly world: World,
    private readonly options: UploadEngineOptions,
  ) {
    const { connections } = options;
    const api = persistentApi(world, connections.hold);
    this.scheduler = new UploadScheduler({ ...options, clock: world.clock }, this);
    this.checkups = new Checkups(world, this.failAll);
    this.aborts = new Aborts(api);
    this.calls = new ApiCalls(world, { ...options, api, tell: this.hear });
    this.pieces = new Pieces(world, { ...options, tell: this.hear, answered: this.answered });
  }

  add(entries: readonly UploadEntry[]): void {
    this.scheduler.add(entries);
  }

  /** What a person decided about some uploads; one that waits for its file cannot go on. */
  tell(entries: readonly UploadEntry[], event: UploadEvent): void {
    const goesOn = event.kind === "retried" || event.kind === "resumed";
    const told = goesOn ? entries.filter(({ file }) => file !== null) : entries;
    // Whoever tries again has perhaps repaired the bucket's CORS rules, or given new keys.
    if (event.kind === "retried") this.checkups.forget(told.map(bucketOf));
    if (event.kind === "resumed") this.aborts.again();
    this.scheduler.tellAll(told, event);
  }

  /** There are new keys: nothing goes on that was begun with the old ones, as far as it can stop. */
  renewKeys(): void {
    const entries = [...this.options.entries()];
    this.tell(entries, { kind: "paused", reason: "credentials" });
    this.withOldKeys = new Set(entries.filter(({ upload }) => upload.phase === "confirming"));
  }

  perform(entry: UploadEntry, effect: Parameters<Performer["perform"]>[1]): void {
    switch (effect.kind) {
      case "sign":
        void this.calls.sign(entry, effect);
        return;
      case "send":
        void this.pieces.send(entry, effect);
        return;
      case "note":
        this.options.onNote(entry.upload.source.id, effect.part, effect.noted);
        return;
      case "list":
        void this.calls.list(entry, effect);
        return;
      case "compare":
        void this.pieces.compare(entry, effect);
        return;
      case "wait":
        this.wait(entry, effect.part, effect.ms, () => {
          return { kind: "waited", part: effect.part, now: this.world.clock.now() };
        });
        return;
      case "later":
        this.wait(entry, "call", effect.ms, () => ({ kind: "due" }));
        return;
      case "diagnose":
        this.checkups.ask(bucketOf(entry));
        return;
      case "stop":
        stop(entry);
        return;
      case "check":
        void this.pieces.check(entry);
        return;
      case "abort":
        void this.aborts.abort(bucketOf(entry), effect);
        return;
      default:
        effect satisfies never;
    }
  }

  plan(batch: PlanBatch): void {
    void this.calls.plan(batch).then(() => {
      this.scheduler.planAnswered();
    });
  }

  confirm(batch: ConfirmBatch): void {
    void this.calls.complete(batch).then(() => {
      this.scheduler.confirmAnswered(batch.bucket);
    });
  }

  /** What the world says about an upload. */
  private readonly hear = (entry: UploadEntry, event: UploadEvent): void => {
    const wasPaused = entry.upload.phase === "paused";
    this.scheduler.tell(entry, event);
    const { upload } = entry;
    // It could not be read any more, so the one that is picked next takes its place.
    if (upload.phase === "paused" && upload.reason === "file") entry.file = null;
    if (wasPaused || upload.phase !== "paused" || upload.reason !== "credentials") return;
    if (this.withOldKeys.delete(entry)) {
      this.tell([entry], { kind: "resumed", now: this.world.clock.now() });
      return;
    }
    // One upload has learnt it: the others need not try.
    this.scheduler.tellAll(this.options.entries(), { kind: "paused", reason: "credentials" });
    this.options.onCredentialsExpired();
  };

  private readonly answered = (
    entry: UploadEntry,
    part: number,
    { answer, digest, unchanged }: Sent,
  ): void => {
    const bucket = bucketOf(entry);
    const online = this.world.connectivity.isOnline();
    if (answer.kind === "answered") this.checkups.answered(bucket);
    else if (!online) this.options.connections.hold();
    const reached = this.checkups.hasAnswered(bucket);
    const now = this.world.clock.now();
    const random = this.world.random();
    const said = { part, answer, digest, unchanged };
    this.hear(entry, { kind: "answered", ...said, online, reached, now, random });
  };

  private wait(
    entry: UploadEntry,
    what: number | "call",
    ms: number,
    over: () => UploadEvent,
  ): void {
    const cancel = this.world.clock.after(ms, () => {
      entry.waits.delete(what);
      this.scheduler.tell(entry, over());
    });
    entry.waits.set(what, cancel);
  }

  /** One upload has learnt it of its bucket: the others need not try. */
  private readonly failAll = (bucket: string, reason: Failure): void => {
    const entries = [...this.options.entries()].filter((entry) => {
      return bucketOf(entry) === bucket && entry.upload.phase !== "paused";
    });
    this.scheduler.tellAll(entries, { kind: "failed", failure: reason });
  };
}
