/** Staging whose bytes are only counted: what is where, of which object, and what was fetched. */
import type { Failure } from "../core/failure";
import type {
  Opening,
  RangeAnswer,
  RangeRequest,
  RemoteObject,
  StagingPort,
  Verification,
} from "../downloads/ports";
import type { FakeClock } from "./fakeClock";
import { type FakeStore, targetOf } from "./fakeStore";

/** A range that was asked for, in order. */
export interface Fetched {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** What happens to a range instead: `silent` never ends. */
export type RangeFault = RangeAnswer | "silent";

interface Staged {
  readonly object: RemoteObject;
  bytes: number;
}

const REQUEST_MS = 20;
const BYTES_PER_MS = 10_000;

export class FakeStaging implements StagingPort {
  /** What lies there, by id. */
  readonly files = new Map<string, Staged>();
  readonly fetched: Fetched[] = [];
  /** Requests under way, and the most there ever were. */
  requests = 0;
  mostOpen = 0;
  fault: (fetched: Fetched, attempt: number) => RangeFault | undefined = () => undefined;
  /** What comparing says instead. */
  verification: (object: RemoteObject) => Verification | undefined = () => undefined;
  openFailure: Failure | null = null;
  private readonly attempts = new Map<string, number>();

  constructor(
    private readonly clock: FakeClock,
    private readonly store: FakeStore,
  ) {}

  open(id: string, object: RemoteObject): Promise<Opening> {
    if (this.openFailure !== null) return Promise.resolve(this.openFailure);
    if (this.files.has(id)) return Promise.resolve("kept");
    this.files.set(id, { object, bytes: 0 });
    return Promise.resolve("empty");
  }

  async fetch(id: string, range: RangeRequest): Promise<RangeAnswer> {
    const { request, from, to } = range;
    const { headers } = request;
    const asked = { key: targetOf(request.url).key, from, to, headers };
    this.fetched.push(asked);
    const piece = `${asked.key} ${from}`;
    const attempt = (this.attempts.get(piece) ?? 0) + 1;
    this.attempts.set(piece, attempt);
    const fault = this.fault(asked, attempt);
    this.requests += 1;
    this.mostOpen = Math.max(this.mostOpen, this.requests);
    const ended = await this.moved(range, fault);
    this.requests -= 1;
    if (!ended) return { kind: "broken" };
    if (fault !== undefined && fault !== "silent") return fault;
    const answer = this.store.get(request.url, headers);
    const file = this.files.get(id);
    if (answer.kind === "answered" && answer.status < 300 && file !== undefined) {
      file.bytes += to - from;
    }
    return answer;
  }

  verify(id: string): Promise<Verification> {
    const file = this.files.get(id);
    if (file === undefined || file.bytes !== file.object.size) {
      throw new Error(`${id} is verified before all of it is there`);
    }
    const algorithm = file.object.checksum?.algorithm ?? null;
    return Promise.resolve(this.verification(file.object) ?? { kind: "matched", algorithm });
  }

  discard(id: string): Promise<void> {
    this.files.delete(id);
    return Promise.resolve();
  }

  keepOnly(ids: ReadonlySet<string>): Promise<void> {
    for (const id of this.files.keys()) if (!ids.has(id)) this.files.delete(id);
    return Promise.resolve();
  }

  /** Passes the time that the bytes take; false when the request was aborted. */
  private moved(
    { from, to, signal, onProgress }: RangeRequest,
    fault: RangeFault | undefined,
  ): Promise<boolean> {
    return new Promise((resolve) => {
      const size = to - from;
      const duration = REQUEST_MS + size / BYTES_PER_MS;
      const end = () => {
        resolve(true);
      };
      const half = () => {
        onProgress(size / 2);
      };
      const cancels = fault === "silent" ? [] : [this.clock.after(duration, end)];
      if (fault === undefined) cancels.push(this.clock.after(duration / 2, half));
      signal.addEventListener("abort", () => {
        for (const cancel of cancels) cancel();
        resolve(false);
      });
    });
  }
}
