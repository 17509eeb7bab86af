/** Keeps reports until the API has taken them; each is sent with one id, however often. */
import type { ClockPort } from "@/transfer/ports";
import { batchOf } from "./batch";
import { merged, OLDEST_S, type Report, type Undated } from "./report";

/** What came of a call: which reports were announced, or that it makes no sense to repeat it. */
export type Outcome =
  | { readonly kind: "answered"; readonly announced: readonly boolean[] }
  | { readonly kind: "refused" }
  | { readonly kind: "unanswered" };

export interface OutboxWorld {
  readonly clock: ClockPort;
  /** In [0, 1). */
  readonly random: () => number;
  readonly send: (reports: readonly Report[]) => Promise<Outcome>;
  /** Hears how many reports are lost. */
  readonly onDropped: (count: number) => void;
}

/** Ms: what happens within it goes with one call. */
const GATHER_MS = 2_000;

/** Ms: waits after failed calls, full jitter. */
const BASE_MS = 4_000;
const CAP_MS = 300_000;

/** Upload failures beyond them are dropped; all else comes one by one or is merged. */
const MOST_WAITING = 1_000;

/** As many as wait for each other fill one call. */
const ENOUGH = 100;

/** Of the page's end: so many calls of `batchOf` stay alive beyond it. */
const LAST_CALLS = 3;

interface Waiting {
  report: Undated;
  /** Ms. */
  readonly at: number;
  /** It may have been announced already, so it stays as it is. */
  wasSent: boolean;
}

export class Outbox {
  private waiting: Waiting[] = [];
  private readonly underWay = new Set<Waiting>();
  private failures = 0;
  private cancelTimer: (() => void) | null = null;

  constructor(private readonly world: OutboxWorld) {}

  add(report: Undated): void {
    if (this.mergedInto(report)) return;
    if (report.kind === "upload.failed" && this.waiting.length >= MOST_WAITING) {
      this.world.onDropped(1);
      return;
    }
    this.waiting.push({ report, at: this.world.clock.now(), wasSent: false });
    const isFull = this.waiting.length >= ENOUGH && this.failures === 0;
    if (isFull) this.wake(0);
    else if (this.cancelTimer === null) this.wake(GATHER_MS);
  }

  /** Sends what it can at once: the page may be at its end. */
  flush(): void {
    for (let call = 0; call < LAST_CALLS; call += 1) void this.sendNext();
  }

  private mergedInto(report: Undated): boolean {
    for (const one of this.waiting) {
      const both = one.wasSent ? null : merged(one.report, report);
      if (both === null) continue;
      one.report = both;
      return true;
    }
    return false;
  }

  private wake(ms: number): void {
    this.cancelTimer?.();
    this.cancelTimer = this.world.clock.after(ms, () => {
      this.cancelTimer = null;
      // The answer to the call under way wakes it again.
      if (this.underWay.size === 0) void this.sendNext();
    });
  }

  private async sendNext(): Promise<void> {
    this.dropOld();
    const batch = batchOf(this.waiting.filter((one) => !this.underWay.has(one)));
    if (batch.length === 0) return;
    for (const one of batch) {
      one.wasSent = true;
      this.underWay.add(one);
    }
    const outcome = await this.world.send(batch.map((one) => this.dated(one)));
    for (const one of batch) this.underWay.delete(one);
    this.settle(batch, outcome);
  }

  private settle(batch: readonly Waiting[], outcome: Outcome): void {
    if (outcome.kind === "refused") this.world.onDropped(batch.length);
    const gone = new Set(batch.filter((_, i) => isSettled(outcome, i)));
    this.waiting = this.waiting.filter((one) => !gone.has(one));
    this.failures = gone.size === batch.length ? 0 : this.failures + 1;
    if (this.waiting.length > 0) this.wake(this.failures === 0 ? 0 : this.pause());
  }

  private pause(): number {
    return this.world.random() * Math.min(CAP_MS, BASE_MS * 2 ** (this.failures - 1));
  }

  private dropOld(): void {
    const { clock, onDropped } = this.world;
    const young = this.waiting.filter(({ at }) => clock.now() - at <= OLDEST_S * 1_000);
    if (young.length < this.waiting.length) onDropped(this.waiting.length - young.length);
    this.waiting = young;
  }

  private dated({ report, at }: Waiting): Report {
    const ms = Math.max(0, this.world.clock.now() - at);
    return { ...report, secondsAgo: Math.floor(ms / 1_000) };
  }
}

function isSettled(outcome: Outcome, i: number): boolean {
  if (outcome.kind === "answered") return outcome.announced[i] === true;
  return outcome.kind === "refused";
}
