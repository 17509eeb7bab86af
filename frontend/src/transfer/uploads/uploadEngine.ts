/** Performs the effects of uploads: the only file of the engine where anything is awaited. */
import { Checkups } from "../checkups";
import type { Connections } from "../connections";
import type { S3Answer } from "../core/answer";
import { isAllowed } from "../core/contentType";
import type { Effect, UploadEvent } from "../core/events";
import { type Failure, failure } from "../core/failure";
import { outcomeOf } from "../core/pool";
import type { Upload } from "../core/upload";
import { persistentApi } from "../persistentApi";
import type { ApiAnswer, ApiPort, World } from "../ports";
import { stop } from "../underWay";
import { watchedRequest } from "../watchedRequest";
import type { ConfirmBatch } from "./confirmQueue";
import type { PlanBatch } from "./planQueue";
import { bucketOf, fileOf, type UploadEntry } from "./uploadEntry";
import { type Performer, UploadScheduler } from "./uploadScheduler";

type AbortEffect = Extract<Effect, { kind: "abort" }>;
type SignEffect = Extract<Effect, { kind: "sign" }>;
type SendEffect = Extract<Effect, { kind: "send" }>;

export interface UploadEngineOptions {
  readonly connections: Connections;
  /** Bytes; larger files go by multipart. */
  readonly multipartThreshold: number;
  readonly allowedContentTypes: readonly string[];
  /** All there are, finished ones too. */
  readonly entries: () => Iterable<UploadEntry>;
  readonly onChange: (upload: Upload) => void;
  /** Bytes per second of all uploads together, as far as known. */
  readonly speed: () => number | null;
}

export class UploadEngine implements Performer {
  private readonly scheduler: UploadScheduler;
  private readonly checkups: Checkups;
  private readonly api: ApiPort;

  constructor(
    private readonly world: World,
    private readonly options: UploadEngineOptions,
  ) {
    this.api = persistentApi(world, options.connections.hold);
    this.scheduler = new UploadScheduler({ ...options, clock: world.clock }, this);
    this.checkups = new Checkups(world, (bucket, reason) => {
      this.failAll(bucket, reason);
    });
  }

  add(entries: readonly UploadEntry[]): void {
    this.scheduler.add(entries);
  }

  /** What a person decided about some uploads. */
  tell(entries: readonly UploadEntry[], event: UploadEvent): void {
    // Whoever tries again has perhaps repaired the bucket's CORS rules.
    if (event.kind === "retried") this.checkups.forget(entries.map(bucketOf));
    this.scheduler.tellAll(entries, event);
  }

  perform(entry: UploadEntry, effect: Parameters<Performer["perform"]>[1]): void {
    switch (effect.kind) {
      case "sign":
        void this.sign(entry, effect);
        return;
      case "send":
        void this.send(entry, effect);
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
        void this.check(entry);
        return;
      case "abort":
        void this.abort(bucketOf(entry), effect);
        return;
      default:
        effect satisfies never;
    }
  }

  plan(batch: PlanBatch): void {
    void this.planFiles(batch).then(() => {
      this.scheduler.planAnswered();
    });
  }

  confirm(batch: ConfirmBatch): void {
    void this.complete(batch).then(() => {
      this.scheduler.confirmAnswered(batch.bucket);
    });
  }

  private async planFiles({ bucket, prefix, onConflict, entries }: PlanBatch): Promise<void> {
    const types = await Promise.all(entries.map((entry) => this.typeOf(entry)));
    const planned = entries.map((entry, i) => ({ entry, contentType: types[i] ?? "" }));
    const wanted = planned.filter(({ entry }) => entry.upload.phase === "planning");
    if (wanted.length === 0) return;
    const files = wanted.map(({ entry, contentType }) => {
      const { name, size } = entry.upload.source;
      return { name, size, contentType };
    });
    const request = { bucket, prefix, onConflict, files };
    const answer = await this.api.plan(request);
    const now = this.world.clock.now();
    const { random } = this.world;
    for (const [i, { entry }] of wanted.entries()) {
      const plan = answer.kind === "ok" ? answer.value[i] : undefined;
      this.scheduler.tell(
        entry,
        plan === undefined
          ? { kind: "plan-unanswered", failure: reasonOf(answer) }
          : { kind: "planned", plan, now, random: random() },
      );
    }
  }

  /** The file's MIME type; a file that cannot be read or is of no allowed type has failed. */
  private async typeOf(entry: UploadEntry): Promise<string> {
    const type = await this.world.files.contentType(fileOf(entry));
    if (typeof type !== "string") {
      this.fail(entry, type);
      return "";
    }
    const allowed = this.options.allowedContentTypes;
    if (!isAllowed(type, allowed)) {
      const { name } = entry.upload.source;
      this.fail(entry, failure("content_type_not_allowed", { name, contentType: type, allowed }));
    }
    return type;
  }

  private async sign(entry: UploadEntry, { attempt, partNumbers }: SignEffect): Promise<void> {
    const { upload } = entry;
    if (upload.phase !== "sending" || upload.plan.kind !== "multipart") return;
    const { bucket, size } = upload.source;
    const { key, uploadId } = upload.plan;
    const request = { bucket, key, uploadId, size, partNumbers };
    const answer = await this.api.sign(request);
    this.scheduler.tell(
      entry,
      answer.kind === "ok"
        ? { kind: "signed", attempt, parts: answer.value }
        : { kind: "sign-unanswered", attempt, failure: answer.failure },
    );
  }

  private async send(entry: UploadEntry, { part, request, from, to }: SendEffect): Promise<void> {
    const control = new AbortController();
    entry.requests.set(part, control);
    const { clock, s3 } = this.world;
    const watched = { clock, connections: this.options.connections, url: request.url, control };
    const outcome = await watchedRequest(watched, (progressed) =>
      s3.put({
        request,
        body: fileOf(entry).slice(from, to),
        signal: control.signal,
        onProgress: (loaded) => {
          progressed();
          this.scheduler.tell(entry, { kind: "progressed", part, loaded });
        },
      }),
    );
    const stopped = () => entry.requests.get(part) !== control;
    // A file that changed looks like a broken line, one that vanished like a wrong signature.
    const suspect = outcomeOf(outcome) !== "stored" && !stopped();
    const reason = suspect ? await this.world.files.check(fileOf(entry)) : null;
    if (stopped()) return;
    entry.requests.delete(part);
    if (reason !== null) this.fail(entry, reason);
    else this.scheduler.tell(entry, this.answered(entry, part, outcome));
  }

  private answered(entry: UploadEntry, part: number, answer: S3Answer): UploadEvent {
    const bucket = bucketOf(entry);
    const online = this.world.connectivity.isOnline();
    if (answer.kind === "answered") this.checkups.answered(bucket);
    else if (!online) this.options.connections.hold();
    const reached = this.checkups.hasAnswered(bucket);
    const now = this.world.clock.now();
    return { kind: "answered", part, answer, online, reached, now, random: this.world.random() };
  }

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

  private async check(entry: UploadEntry): Promise<void> {
    const reason = await this.world.files.check(fileOf(entry));
    if (reason !== null) this.fail(entry, reason);
    else this.scheduler.tell(entry, { kind: "checked" });
  }

  private async abort(bucket: string, { key, uploadId }: AbortEffect): Promise<void> {
    await this.api.abort(bucket, key, uploadId);
  }

  private async complete({ bucket, entries, requests }: ConfirmBatch): Promise<void> {
    const answer = await this.api.complete(bucket, requests);
    for (const [i, entry] of entries.entries()) {
      const confirmation = answer.kind === "ok" ? answer.value[i] : undefined;
      this.scheduler.tell(
        entry,
        confirmation === undefined
          ? { kind: "confirm-unanswered", failure: reasonOf(answer) }
          : { kind: "confirmed", confirmation, random: this.world.random() },
      );
    }
  }

  private fail(entry: UploadEntry, reason: Failure): void {
    this.scheduler.tell(entry, { kind: "failed", failure: reason });
  }

  /** One upload has learnt it: the others need not try. */
  private failAll(bucket: string, reason: Failure): void {
    const entries = [...this.options.entries()].filter((entry) => bucketOf(entry) === bucket);
    this.scheduler.tellAll(entries, { kind: "failed", failure: reason });
  }
}

/** Why a call gave nothing for this upload; an answer that is too short is the API's fault. */
function reasonOf(answer: ApiAnswer<unknown>): Failure {
  return answer.kind === "failed" ? answer.failure : failure("internal");
}
