/** Calls of a worker, each with its own answer; one that dies is followed by another. */
import type { CallsShape, FromWorker } from "./workerMessages";

/** The part of a worker that is used. */
export type WorkerLike = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror">;

export interface Asked<Answer> {
  /** Rejects when the worker dies. */
  readonly answer: Promise<Answer>;
  /** Nobody waits for the answer any more. */
  readonly abort: () => void;
}

interface Pending<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: Error) => void;
  readonly onProgress: (bytes: number) => void;
}

export class WorkerCalls<Calls extends CallsShape<Calls>> {
  private readonly pending = new Map<number, Pending<Calls[keyof Calls]["answer"]>>();
  private worker: WorkerLike | null = null;
  private count = 0;

  constructor(private readonly start: () => WorkerLike) {}

  ask<Kind extends keyof Calls>(
    kind: Kind,
    order: Calls[Kind]["order"],
    onProgress: (bytes: number) => void = () => undefined,
  ): Asked<Calls[Kind]["answer"]> {
    const worker = (this.worker ??= this.started());
    const call = (this.count += 1);
    const answer = new Promise<Calls[keyof Calls]["answer"]>((resolve, reject) => {
      this.pending.set(call, { resolve, reject, onProgress });
    });
    worker.postMessage({ kind, call, order });
    const abort = () => {
      this.pending.delete(call);
      worker.postMessage({ kind: "abort", call });
    };
    return { answer, abort };
  }

  /** Gives up the worker, and all that it has in hand; the next call starts another. */
  restart(): void {
    if (this.worker !== null) this.end(this.worker);
  }

  private started(): WorkerLike {
    const worker = this.start();
    worker.onmessage = ({ data }: MessageEvent<FromWorker<Calls>>) => {
      this.hear(data);
    };
    // It could not be loaded, or met what it cannot handle.
    worker.onerror = () => {
      this.end(worker);
    };
    return worker;
  }

  private hear(message: FromWorker<Calls>): void {
    const pending = this.pending.get(message.call);
    if (message.kind === "progress") pending?.onProgress(message.bytes);
    else {
      this.pending.delete(message.call);
      pending?.resolve(message.answer);
    }
  }

  private end(worker: WorkerLike): void {
    worker.terminate();
    this.worker = null;
    const lost = [...this.pending.values()];
    this.pending.clear();
    for (const { reject } of lost) reject(new Error("The worker has stopped"));
  }
}
