/** A bucket full of objects to download, and the API that plans and lists them. */
import type { S3Answer } from "../core/answer";
import type { Failure } from "../core/failure";
import type { Checksum, DownloadPlan, DownloadsApiPort, ListedObjects } from "../downloads/ports";
import type { ApiAnswer } from "../ports";
import { EXPIRED, s3Error } from "./fakeBucket";
import type { FakeClock } from "./fakeClock";

export interface StoredObject {
  readonly size: number;
  readonly etag: string;
  readonly checksum?: Checksum;
}

/** What a URL of the scripted API stands for. */
interface Target {
  readonly key: string;
  readonly expiresAt: number;
  readonly count: number;
}

const LATENCY_MS = 50;
const URL_LIFE_MS = 900_000;
const CRC: Checksum = { algorithm: "CRC64NVME", value: "right" };

export class FakeStore implements DownloadsApiPort {
  readonly objects = new Map<string, StoredObject>();
  /** How many keys each call planned. */
  readonly planned: number[] = [];
  /** The cursors that listings were asked for. */
  readonly listed: (string | null)[] = [];
  readonly paid: boolean[] = [];
  pageSize = 1_000;
  urlLifeMs = URL_LIFE_MS;
  /** Why the API plans or lists nothing, by the key or the prefix. */
  refusal: (key: string) => Failure | undefined = () => undefined;
  /** What happens to a whole call instead. */
  fault: (call: "plan" | "list") => { failure: Failure; retry: boolean } | undefined = () =>
    undefined;

  constructor(private readonly clock: FakeClock) {}

  /** Puts an object there, or another one in its place. */
  put(key: string, size: number, etag = "first", checksum: Checksum = CRC): void {
    this.objects.set(key, { size, etag, checksum });
  }

  plan(
    _bucket: string,
    keys: readonly string[],
    requesterPays: boolean,
  ): Promise<ApiAnswer<readonly DownloadPlan[]>> {
    this.planned.push(keys.length);
    this.paid.push(requesterPays);
    return this.answer("plan", () => keys.map((key) => this.planOf(key)));
  }

  list(_bucket: string, prefix: string, cursor: string | null): Promise<ApiAnswer<ListedObjects>> {
    this.listed.push(cursor);
    return this.answer("list", () => {
      const keys = [...this.objects.keys()].filter((key) => key.startsWith(prefix)).sort();
      const from = Number(cursor ?? 0);
      const page = keys.slice(from, from + this.pageSize);
      const next = from + this.pageSize;
      return {
        objects: page.map((key) => ({ key, size: this.objects.get(key)?.size ?? 0 })),
        nextCursor: next < keys.length ? `${next}` : null,
      };
    });
  }

  /** How S3 answers a GET of `url` with these headers. */
  get(url: string, headers: Readonly<Record<string, string>>): S3Answer {
    const { key, expiresAt } = targetOf(url);
    if (this.clock.now() > expiresAt) return EXPIRED;
    const object = this.objects.get(key);
    if (object === undefined) return s3Error(404, "NoSuchKey");
    const match = headers["if-match"];
    if (match !== undefined && match !== `"${object.etag}"`) {
      return s3Error(412, "PreconditionFailed");
    }
    const status = headers["range"] === undefined ? 200 : 206;
    return { kind: "answered", status, etag: `"${object.etag}"`, body: "" };
  }

  private async answer<Value>(call: "plan" | "list", work: () => Value): Promise<ApiAnswer<Value>> {
    const fault = this.fault(call);
    await new Promise<void>((done) => {
      this.clock.after(LATENCY_MS, done);
    });
    return fault === undefined ? { kind: "ok", value: work() } : { kind: "failed", ...fault };
  }

  private planOf(key: string): DownloadPlan {
    const failure = this.refusal(key);
    if (failure !== undefined) return { kind: "refused", failure };
    const object = this.objects.get(key);
    if (object === undefined) {
      return { kind: "refused", failure: { code: "not_found", params: { key }, requestId: null } };
    }
    const { size, etag, checksum = null } = object;
    const expiresAt = this.clock.now() + this.urlLifeMs;
    const url = urlOf({ key, expiresAt, count: this.planned.length });
    const remote = { size, etag, checksum, md5PartSize: null };
    return { kind: "ready", object: remote, request: { url, headers: {}, expiresAt } };
  }
}

function urlOf(target: Target): string {
  const host = Number(/\d+/.exec(target.key)?.[0] ?? 0) % 3;
  return `https://h${host}.s3.test/?target=${encodeURIComponent(JSON.stringify(target))}`;
}

/** The key that a URL is for. */
export function targetOf(url: string): Target {
  return JSON.parse(new URL(url).searchParams.get("target") ?? "") as Target;
}
