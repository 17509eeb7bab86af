/** A whole scripted world for the engine: API, S3, files, network and time, all in memory. */
import type { S3Answer } from "../core/answer";
import type { Failure } from "../core/failure";
import { createTransfers } from "../createTransfers";
import type { Host, Loader } from "../host";
import type { Downloads } from "../lazyDownloads";
import type { Diagnosis, S3Request, World } from "../ports";
import type { NewFile, Transfers } from "../transfers";
import { createUploads, type UploadsWorld } from "../uploads/createUploads";
import { FakeApi, PART_SIZE, THRESHOLD } from "./fakeApi";
import { FakeBucket, type FakeTarget, targetOf } from "./fakeBucket";
import { FakeClock } from "./fakeClock";
import { fakeDigests } from "./fakeDigests";
import { FakeHandles } from "./fakeHandles";
import { FakeMemory, FakeUploadJournal } from "./fakeUploadJournal";

/**
 * What happens to a request instead: `lost` stores and says nothing, `silent` never ends, `damaged`
 * stores other bytes than were sent.
 */
export type S3Fault = S3Answer | "lost" | "silent" | "damaged";

const REQUEST_MS = 20;
const DIAGNOSIS_MS = 200;
const BYTES_PER_MS = 10_000;

const NO_DOWNLOADS: Loader<Downloads> = {
  load: () => Promise.reject(new Error("Downloads are not part of this world.")),
  hasUnfinished: false,
};

export class FakeWorld implements UploadsWorld {
  readonly page = "transfer";
  readonly journal = new FakeUploadJournal(new FakeMemory(), this.page);
  readonly handles = new FakeHandles();
  /** S3 computes a CRC64NVME of every object. */
  objectChecksums = false;
  readonly clock = new FakeClock();
  readonly bucket = new FakeBucket();
  readonly api = new FakeApi(this.clock, this.bucket);
  readonly s3 = { put: (request: S3Request) => this.put(request) };
  /** Failures that files of these names have from now on. */
  readonly fileFailures = new Map<string, Failure>();
  readonly files = {
    contentType: (file: File) => Promise.resolve(this.fileFailures.get(file.name) ?? file.type),
    check: (file: File) => Promise.resolve(this.fileFailures.get(file.name) ?? null),
  };
  readonly wholeFiles: World["wholeFiles"] = {
    works: false,
    put: () => Promise.resolve({ kind: "broken" }),
  };
  readonly digests: World["digests"] = { ...fakeDigests };
  /** What the doctor says from now on, and the buckets that it was asked about. */
  diagnosis: Diagnosis = { kind: "unknown" };
  readonly diagnosed: string[] = [];
  readonly doctor = { diagnose: (bucket: string) => this.diagnose(bucket) };
  readonly connectivity = {
    isOnline: () => this.isOnline,
    onChange: (listener: () => void) => {
      this.networkListeners.add(listener);
      return () => this.networkListeners.delete(listener);
    },
  };
  /** Every request that S3 got, in order. */
  readonly requests: FakeTarget[] = [];
  /** Requests under way, and the most there ever were. */
  open = 0;
  mostOpen = 0;
  s3Fault: (target: FakeTarget, attempt: number) => S3Fault | undefined = () => undefined;
  private readonly attempts = new Map<string, number>();
  private isOnline = true;
  private readonly networkListeners = new Set<() => void>();
  private seed = 7;

  readonly random = () => {
    this.seed = (this.seed * 16_807) % 2_147_483_647;
    return this.seed / 2_147_483_647;
  };

  setOnline(online: boolean): void {
    this.isOnline = online;
    for (const listener of this.networkListeners) listener();
  }

  transfers(
    allowedContentTypes: readonly string[] = ["*/*"],
    downloads: Loader<Downloads> = NO_DOWNLOADS,
  ): Transfers {
    const limits = {
      multipartThreshold: THRESHOLD,
      maxObjectSize: 53_687_091_200_000,
      maxKeyBytes: 1_024,
    };
    const { objectChecksums } = this;
    this.bucket.hasChecksums = objectChecksums;
    const rules = { limits, partSize: PART_SIZE, allowedContentTypes, objectChecksums };
    const load = (host: Host) => Promise.resolve(createUploads(this, host, rules, OWNER));
    return createTransfers(this, { uploads: { load, hasUnfinished: false }, downloads });
  }

  /** Lets time pass until nothing of `transfers` waits or moves. */
  async finish(transfers: Transfers): Promise<void> {
    const { clock } = this;
    await clock.runUntil(() => {
      const { transfers: rows, totals } = transfers.getSnapshot();
      return rows.length > 0 && totals.waiting + totals.active === 0;
    });
  }

  private async diagnose(bucket: string): Promise<Diagnosis> {
    this.diagnosed.push(bucket);
    await new Promise<void>((done) => {
      this.clock.after(DIAGNOSIS_MS, done);
    });
    return this.diagnosis;
  }

  private async put({ request, body, signal, onProgress }: S3Request): Promise<S3Answer> {
    const target = targetOf(request.url);
    this.requests.push(target);
    const piece = `${target.key} ${target.part}`;
    const attempt = (this.attempts.get(piece) ?? 0) + 1;
    this.attempts.set(piece, attempt);
    const fault = this.s3Fault(target, attempt);
    this.open += 1;
    this.mostOpen = Math.max(this.mostOpen, this.open);
    const ended = await this.moved(body.size, fault, signal, onProgress);
    this.open -= 1;
    if (!ended) return { kind: "broken" };
    if (fault !== undefined && typeof fault !== "string") return fault;
    const answer = this.bucket.put(target, body, this.clock.now(), fault === "damaged");
    return fault === "lost" ? { kind: "broken" } : answer;
  }

  /** Passes the time that the bytes take; false when the request was aborted. */
  private moved(
    size: number,
    fault: S3Fault | undefined,
    signal: AbortSignal,
    onProgress: (loaded: number) => void,
  ): Promise<boolean> {
    return new Promise((resolve) => {
      const duration = REQUEST_MS + size / BYTES_PER_MS;
      const cancels =
        fault === "silent"
          ? []
          : [
              this.clock.after(duration, () => {
                resolve(true);
              }),
            ];
      if (fault === undefined && size > 1_000_000) {
        for (const share of [0.5, 1]) {
          const progressed = () => {
            onProgress(size * share);
          };
          cancels.push(this.clock.after(duration * share * 0.9, progressed));
        }
      }
      signal.addEventListener("abort", () => {
        for (const cancel of cancels) cancel();
        resolve(false);
      });
    });
  }
}

/** A world, the transfers in it, and the files of `files` added to the inbox. */
export function uploading(...files: readonly NewFile[]) {
  const world = new FakeWorld();
  const transfers = world.transfers();
  transfers.add(INBOX, files);
  const row = (place = 0) => transfers.getSnapshot().transfers[place];
  return { world, transfers, row };
}

/** A file of which only name and size are real. */
export function fakeFile(name: string, size: number, type = "text/plain"): NewFile {
  const slice = (from: number, to: number) => {
    return { size: to - from, content: `${name} from ${from}` };
  };
  const lastModified = 1_700_000_000_000;
  const content = `${name} from 0`;
  return { file: { name, size, type, lastModified, content, slice } as unknown as File };
}

/** Whose transfers they are. */
export const OWNER = "arn:aws:iam::123456789012:user/lee";

export const INBOX = { bucket: "demo", prefix: "inbox/" };
