/** Carries the bytes of uploads: sends pieces, hashes them beside, looks after their files. */
import type { Connections } from "../connections";
import type { S3Answer } from "../core/answer";
import type { Effect, UploadEvent } from "../core/events";
import type { Digest } from "../core/part";
import type { BegunPlan } from "../core/plan";
import { outcomeOf } from "../core/pool";
import type { WantedDigest, World } from "../ports";
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
  readonly answered: (
    entry: UploadEntry,
    part: number,
    answer: S3Answer,
    digest: Digest | null,
  ) => void;
}

export class Pieces {
  constructor(
    private readonly world: World,
    private readonly options: PiecesOptions,
  ) {}

  async send(entry: UploadEntry, effect: SendEffect): Promise<void> {
    const { part } = effect;
    const control = new AbortController();
    entry.requests.set(part, control);
    const body = pieceOf(entry, effect);
    const hashing = this.hash(entry, body, control.signal);
    const answer = await this.put(entry, effect, body, control);
    const stopped = () => entry.requests.get(part) !== control;
    // A file that changed looks like a broken line, one that vanished like a wrong signature.
    const suspect = outcomeOf(answer) !== "stored" && !stopped();
    if (!isAtS3(answer)) control.abort();
    const reason = suspect ? await this.world.files.check(fileOf(entry)) : null;
    const digest = await hashing;
    if (stopped()) return;
    entry.requests.delete(part);
    if (reason !== null) this.options.tell(entry, { kind: "failed", failure: reason });
    else this.options.answered(entry, part, answer, digest);
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

  private put(
    entry: UploadEntry,
    { part, request }: SendEffect,
    body: Blob,
    control: AbortController,
  ): Promise<S3Answer> {
    const { clock, s3 } = this.world;
    const watched = { clock, connections: this.options.connections, url: request.url, control };
    return watchedRequest(watched, (progressed) =>
      s3.put({
        request,
        body,
        signal: control.signal,
        onProgress: (loaded) => {
          progressed();
          this.options.tell(entry, { kind: "progressed", part, loaded });
        },
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

function failed(failure: Extract<UploadEvent, { kind: "failed" }>["failure"]): UploadEvent {
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
