/** A clock that moves only when told, so that no test waits. */
import type { ClockPort } from "../ports";

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

export class FakeClock implements ClockPort {
  private time = 1_000_000;
  private readonly timers = new Set<Timer>();

  now(): number {
    return this.time;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.time + ms, run };
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  }

  /** Lets `ms` pass, running what falls due, in order. */
  async advance(ms: number): Promise<void> {
    const end = this.time + ms;
    await this.runUntil(() => (this.next()?.at ?? Infinity) > end);
    this.time = end;
  }

  /** Lets time pass until `done`, or until nothing is left that could happen. */
  async runUntil(done: () => boolean): Promise<void> {
    await settled();
    while (!done()) {
      const timer = this.next();
      if (timer === undefined) return;
      this.timers.delete(timer);
      this.time = Math.max(this.time, timer.at);
      timer.run();
      await settled();
    }
  }

  private next(): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.timers) if (first === undefined || timer.at < first.at) first = timer;
    return first;
  }
}

/** Lets every promise that can be kept be kept. */
export function settled(): Promise<void> {
  return new Promise((done) => {
    setImmediate(done);
  });
}
