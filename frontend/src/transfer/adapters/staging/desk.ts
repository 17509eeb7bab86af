/** Takes a page's calls, has them done, and reports. */
import type { Calls, FromStaging, StagedBytes, ToStaging } from "./messages";
import type { Staging } from "./staging";

/** Ms between two reports of one call's progress. */
const REPORTED_EVERY_MS = 100;

type Answer = Calls[keyof Calls]["answer"];

export class Desk {
  private readonly fetching = new Map<number, AbortController>();

  constructor(
    private readonly staging: Staging,
    private readonly report: (message: FromStaging) => void,
    private readonly now: () => number,
  ) {}

  /** Does what was asked and reports the answer; does not reject. */
  async take(message: ToStaging): Promise<void> {
    const { call } = message;
    if (message.kind === "abort") this.fetching.get(call)?.abort();
    else this.reportAnswer(call, await this.answer(message));
  }

  /** Safari cannot hand a file's handle to its page: the bytes are copied there, not moved. */
  private reportAnswer(call: number, answer: Answer): void {
    try {
      this.report({ kind: "answer", call, answer });
    } catch (error) {
      if (!hasHandle(answer)) throw error;
      this.report({ kind: "answer", call, answer: { ...answer, file: null } });
    }
  }

  private answer(message: Exclude<ToStaging, { kind: "abort" }>): Promise<Answer> {
    const { staging } = this;
    switch (message.kind) {
      case "open":
        return staging.open(message.order.id, message.order.object);
      case "fetch":
        return this.fetch(message.call, message.order, this.progressOf(message.call));
      case "verify":
        return staging.verify(message.order.id);
      case "bytes":
        return staging.bytes(message.order.id);
      case "discard":
        return staging.discard(message.order.id);
      case "keepOnly":
        return staging.keepOnly(message.order.ids);
      default:
        return message satisfies never;
    }
  }

  private async fetch(
    call: number,
    order: Calls["fetch"]["order"],
    onArrival: (bytes: number) => void,
  ): Promise<Answer> {
    const controller = new AbortController();
    this.fetching.set(call, controller);
    try {
      return await this.staging.fetch(order, controller, onArrival);
    } finally {
      this.fetching.delete(call);
    }
  }

  /** A range comes in thousands of pieces. */
  private progressOf(call: number): (bytes: number) => void {
    let last = this.now();
    return (bytes) => {
      const now = this.now();
      if (now - last < REPORTED_EVERY_MS) return;
      last = now;
      this.report({ kind: "progress", call, bytes });
    };
  }
}

function hasHandle(answer: Answer): answer is StagedBytes {
  return typeof answer === "object" && "blob" in answer && answer.file !== null;
}
