/** Takes a page's calls for digests, one after the other: together they would only take more memory. */
import type { Digest } from "../../ports";
import { digestOf } from "./digestOf";
import type { FromDigesting, ToDigesting } from "./messages";

type Ask = Exclude<ToDigesting, { kind: "abort" }>;

export class Digesting {
  private readonly wanted = new Map<number, AbortController>();
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly report: (message: FromDigesting) => void) {}

  take(message: ToDigesting): void {
    if (message.kind === "abort") {
      this.wanted.get(message.call)?.abort();
      return;
    }
    this.wanted.set(message.call, new AbortController());
    this.last = this.last.then(() => this.digest(message));
  }

  private async digest({ call, order: { bytes, wanted } }: Ask): Promise<void> {
    const signal = this.wanted.get(call)?.signal ?? AbortSignal.abort();
    let answer: Digest | null = null;
    try {
      signal.throwIfAborted();
      answer = await digestOf(bytes, wanted, signal);
    } catch {
      // Nobody waits for it, or its bytes cannot be read, which their request will meet too.
    }
    this.wanted.delete(call);
    this.report({ kind: "answer", call, answer });
  }
}
