/** Takes a page's calls: digests one after the other, for together they only take more memory; PUTs at once. */
import type { Digest } from "../../ports";
import { digestOf } from "./digestOf";
import type { Calls, FromDigesting, ToDigesting } from "./messages";
import { sendWhole } from "./sendWhole";

type DigestAsk = Extract<ToDigesting, { kind: "digest" }>;
type PutAsk = Extract<ToDigesting, { kind: "put" }>;

export class Digesting {
  private readonly wanted = new Map<number, AbortController>();
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly report: (message: FromDigesting) => void) {}

  take(message: ToDigesting): void {
    if (message.kind === "abort") {
      this.wanted.get(message.call)?.abort();
      return;
    }
    const control = new AbortController();
    this.wanted.set(message.call, control);
    if (message.kind === "put") void this.put(message, control.signal);
    else this.last = this.last.then(() => this.digest(message, control.signal));
  }

  private async digest({ call, order }: DigestAsk, signal: AbortSignal): Promise<void> {
    let answer: Digest | null = null;
    try {
      signal.throwIfAborted();
      answer = await digestOf(order.bytes, order.wanted, signal, (bytes) => {
        this.report({ kind: "progress", call, bytes });
      });
    } catch {
      // Nobody waits for it, or its bytes cannot be read, which their request will meet too.
    }
    this.answer(call, answer);
  }

  private async put({ call, order }: PutAsk, signal: AbortSignal): Promise<void> {
    const answer = await sendWhole(order, signal, (bytes) => {
      this.report({ kind: "progress", call, bytes });
    });
    this.answer(call, answer);
  }

  private answer(call: number, answer: Calls[keyof Calls]["answer"]): void {
    this.wanted.delete(call);
    this.report({ kind: "answer", call, answer });
  }
}
