/** Gives up a request that makes no progress. */
import type { ClockPort } from "./ports";

const STALL_MS = 30_000;

export class StallWatch {
  /** Whether the request was given up. */
  stalled = false;
  private cancel: () => void;

  constructor(
    private readonly clock: ClockPort,
    private readonly giveUp: () => void,
  ) {
    this.cancel = this.start();
  }

  /** The request moved: the time starts anew. */
  progressed(): void {
    this.cancel();
    this.cancel = this.start();
  }

  end(): void {
    this.cancel();
  }

  private start(): () => void {
    return this.clock.after(STALL_MS, () => {
      this.stalled = true;
      this.giveUp();
    });
  }
}
