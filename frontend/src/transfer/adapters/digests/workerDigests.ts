/** The worker that hashes, and sends small files itself; without it uploads go on unverified. */
import type {
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

const BROKEN: WholeAnswer = { kind: "broken" };

export class WorkerDigests implements DigestPort, WholeFilesPort {
  private readonly calls: WorkerCalls<Calls>;
  /** Since a worker last answered. */
  private starts = 0;

  constructor(start: () => WorkerLike) {
    this.calls = new WorkerCalls(() => {
      if (this.starts === MOST_STARTS) throw new Error("No worker lives here");
      this.starts += 1;
      return start();
    });
  }

  async digest(bytes: Blob, wanted: WantedDigest, signal: AbortSignal): Promise<Digest | null> {
    if (signal.aborted) return null;
    try {
      const digest = await unless(signal, this.calls.ask("digest", { bytes, wanted }));
      this.starts = 0;
      return digest;
    } catch {
      return null;
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
