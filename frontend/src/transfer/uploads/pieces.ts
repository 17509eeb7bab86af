/** Carries the bytes of uploads: sends pieces, hashes them beside, looks after their files. */
import type { Connections } from "../connections";
import type { S3Answer } from "../core/answer";
import type { Effect, UploadEvent } from "../core/events";
import type { Failure } from "../core/failure";
import type { Digest } from "../core/part";
import type { BegunPlan } from "../core/plan";
import { outcomeOf } from "../core/pool";
import type { WantedDigest, WholeAnswer, World } from "../ports";
import { watchedRequest } from "../watchedRequest";
import { fileOf, type UploadEntry } from "./uploadEntry";

type SendEffect = Extract<Effect, { kind: "send" }>;
type CompareEffect = Extract<Effect, { kind: "compare" }>;

export interface PiecesOptions {
  readonly connections: Connections;
  /** S3 computes a CRC64NVME of every object. */
  readonly objectChecksums: boolean;
  readonly tell: (entry: UploadEntry, event: UploadEvent) => void;
  /** S3's answer to a piece, or its absence, has come, and the file is still the same. */
  readonly answered: (entry: UploadEntry, part: number, sent: Sent) => void;
}

/** How a piece went. */
export interface Sent {
  readonly answer: S3Answer;
  readonly digest: Digest | null;
  /** It was read at once, all of the file, as it was picked. */
  readonly unchanged: boolean;
  /** What is wrong with the file. */
  readonly failure: Failure | null;
}

/** Bytes of a file that is read into memory as a whole: a look at it costs more than they do. */
const WHOLE_MAX_BYTES = 1024 * 1024;

export class Pieces {
  constructor(
    private readonly world: World,
    private readonly options: PiecesOptions,
  ) {}

  async send(entry: UploadEntry, effect: SendEffect): Promise<void> {
    const { part } = effect;
    const control = new AbortController();
    entry.requests.set(part, control);
    const sent = await (this.isSmall(entry)
      ? this.sendWhole(entry, effect, control)
      : this.sendPiece(entry, effect, control));
    if (entry.requests.get(part) !== control) return;
    entry.requests.delete(part);
    if (sent.failure !== null) this.options.tell(entry, failed(sent.failure));
    else this.options.answered(entry, part, sent);
  }

  /** Hashes parts of the file one after another, for memory's sake. */
  async compare(entry: UploadEntry, { attempt, parts }: CompareEffect): Promise<void> {
    const control = new AbortController();
    entry.requests.set("comparison", control);
    const wanted = { md5: true, crc64nvme: this.options.objectChecksums };
    for (const { part, etag, from, to } of parts) {
      const bytes = fileOf(entry).slice(from, to);
      const digest = await this.world.digests.digest(bytes, wanted, control.signal);
      if (entry.requests.get("comparison") !== control) return;
      const now = this.world.clock.now();
      this.options.tell(entry, { kind: "compared", attempt, part, etag, digest, now });
    }
    if (entry.requests.get("comparison") === control) entry.requests.delete("comparison");
  }

  async check(entry: UploadEntry): Promise<void> {
    const reason = await this.world.files.check(fileOf(entry));
    const event = reason === null ? ({ kind: "checked" } as const) : failed(reason);
    this.options.tell(entry, event);
  }

  private isSmall({ upload }: UploadEntry): boolean {
    const isPut = upload.phase === "sending" && upload.plan.kind === "put";
    return isPut && upload.source.size <= WHOLE_MAX_BYTES && this.world.wholeFiles.works;
  }

  /** Reads it once: what is hashed is what is sent. */
  private async sendWhole(
    entry: UploadEntry,
    effect: SendEffect,
    control: AbortController,
  ): Promise<Sent> {
    const { size } = entry.upload.source;
    const wanted = { md5: true, crc64nvme: this.options.objectChecksums };
    const whole = { request: effect.request, file: fileOf(entry), size, wanted };
    const answer = await this.request(entry, effect, control, (onProgress) =>
      this.world.wholeFiles.put({ ...whole, signal: control.signal, onProgress }),
    );
    return answer.kind === "unstored"
      ? { ...NOTHING_SENT, failure: answer.failure }
      : { ...NOTHING_SENT, answer, digest: "digest" in answer ? answer.digest : null };
  }

  private async sendPiece(
    entry: UploadEntry,
    effect: SendEffect,
    control: AbortController,
  ): Promise<Sent> {
    const { signal } = control;
    const body = pieceOf(entry, effect);
    const hashing = this.hash(entry, body, signal);
    const answer = await this.request(entry, effect, control, (onProgress) =>
      this.world.s3.put({ request: effect.request, body, signal, onProgress }),
    );
    const isStopped = entry.requests.get(effect.part) !== control;
    // A file that changed looks like a broken line, one that vanished like a wrong signature.
    const suspect = outcomeOf(answer) !== "stored" && !isStopped;
    if (!isAtS3(answer)) control.abort();
    const failure = suspect ? await this.world.files.check(fileOf(entry)) : null;
    return { answer, digest: await hashing, unchanged: false, failure };
  }

  private request<Answer extends S3Answer | WholeAnswer>(
    entry: UploadEntry,
    { part, request }: SendEffect,
    control: AbortController,
    make: (onProgress: (loaded: number) => void) => Promise<Answer>,
  ): Promise<Answer | S3Answer> {
    const { connections, tell } = this.options;
    const watched = { clock: this.world.clock, connections, url: request.url, control };
    return watchedRequest(watched, (progressed) =>
      make((loaded) => {
        progressed();
        tell(entry, { kind: "progressed", part, loaded });
      }),
    );
  }

  private hash(entry: UploadEntry, body: Blob, signal: AbortSignal): Promise<Digest | null> {
    const { upload } = entry;
    if (upload.phase !== "sending") return Promise.resolve(null);
    const wanted = this.wanted(upload.plan);
    if (!wanted.md5 && !wanted.crc64nvme) return Promise.resolve(null);
    return this.world.digests.digest(body, wanted, signal);
  }

  private wanted(plan: BegunPlan): WantedDigest {
    const md5 = plan.kind === "put" || plan.etagIsMd5 !== false;
    return { md5, crc64nvme: this.options.objectChecksums };
  }
}

const NOTHING_SENT: Sent = {
  answer: { kind: "broken" },
  digest: null,
  unchanged: true,
  failure: null,
};

function failed(failure: Failure): UploadEvent {
  return { kind: "failed", failure };
}

/** A whole file is not sliced: browsers ask another process for each slice, and wait for it. */
function pieceOf(entry: UploadEntry, { from, to }: SendEffect): Blob {
  const file = fileOf(entry);
  const isWhole = from === 0 && to === entry.upload.source.size;
  return isWhole ? file : file.slice(from, to);
}

/** Stored just now, or perhaps by an earlier request whose answer was lost: the key is taken. */
function isAtS3(answer: S3Answer): boolean {
  return answer.kind === "answered" && (answer.status < 300 || answer.status === 412);
}
