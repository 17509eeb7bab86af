/** The worker that hashes, and sends small files itself; without it uploads go on unverified. */
import type {
  ClockPort,
  Digest,
  DigestPort,
  WantedDigest,
  WholeAnswer,
  WholeFilesPort,
  WholeRequest,
} from "../../ports";
import { type Asked, WorkerCalls, type WorkerLike } from "../workerCalls";
import type { Calls } from "./messages";

/** One that cannot be loaded would be tried again for every part. */
const MOST_STARTS = 3;

/** Ms in which a worker that hashes reads at least a piece; what says nothing for so long never will. */
const SILENCE_MS = 30_000;

const BROKEN: WholeAnswer = { kind: "broken" };

export class WorkerDigests implements DigestPort, WholeFilesPort {
  private readonly calls: WorkerCalls<Calls>;
  /** Since a worker last answered. */
  private starts = 0;
  /** Digests that are waited for. */
  private waiting = 0;
  private stopWatch: () => void = () => undefined;

  constructor(
    start: () => WorkerLike,
    private readonly clock: ClockPort,
  ) {
    this.calls = new WorkerCalls(() => {
      if (this.starts === MOST_STARTS) throw new Error("No worker lives here");
      this.starts += 1;
      return start();
    });
  }

  async digest(bytes: Blob, wanted: WantedDigest, signal: AbortSignal): Promise<Digest | null> {
    if (signal.aborted) return null;
    this.waiting += 1;
    if (this.waiting === 1) this.watch();
    try {
      const asked = this.calls.ask("digest", { bytes, wanted }, this.watch);
      const digest = await unless(signal, asked);
      this.starts = 0;
      return digest;
    } catch {
      return null;
    } finally {
      this.waiting -= 1;
      this.watch();
    }
  }

  get works(): boolean {
    return this.starts < MOST_STARTS;
  }

  async put({ signal, onProgress, ...order }: WholeRequest): Promise<WholeAnswer> {
    if (signal.aborted) return BROKEN;
    try {
      const answer = await unless(signal, this.calls.ask("put", order, onProgress));
      this.starts = 0;
      return answer;
    } catch {
      return BROKEN;
    }
  }

  /** Something was hashed, so from now on the silence counts anew. */
  private readonly watch = (): void => {
    this.stopWatch();
    this.stopWatch =
      this.waiting === 0
        ? () => undefined
        : this.clock.after(SILENCE_MS, () => {
            this.calls.restart();
          });
  };
}

/** Rejects at once when it is aborted: a worker that is dead would never answer. */
function unless<Answer>(signal: AbortSignal, { answer, abort }: Asked<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      abort();
      reject(new DOMException("", "AbortError"));
    };
    signal.addEventListener("abort", stop);
    answer.then(resolve, reject).finally(() => {
      signal.removeEventListener("abort", stop);
    });
  });
}
