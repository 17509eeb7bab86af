/** Decides what starts next: connections, calls that plan, calls that complete. Nothing waits here. */
import type { Connections, Taker } from "../connections";
import { planRoom } from "../core/batching";
import type { Effect, UploadEvent } from "../core/events";
import { type Load, loadOf, NO_LOAD, shifted } from "../core/load";
import { wantsConnection } from "../core/sending";
import { step } from "../core/step";
import type { Upload } from "../core/upload";
import { type Lane, Lanes } from "../lanes";
import type { ClockPort } from "../ports";
import { type ConfirmBatch, ConfirmQueue } from "./confirmQueue";
import { type PlanBatch, PlanQueue } from "./planQueue";
import type { UploadEntry } from "./uploadEntry";

/** Calls that plan, under way at once: a second one helps when folders are many and small. */
const MAX_PLAN_CALLS = 2;

/** Does what the scheduler decides, and tells it how it went. */
export interface Performer {
  perform(entry: UploadEntry, effect: Exclude<Effect, { kind: "plan" | "confirm" }>): void;
  /** End it with `planAnswered`. */
  plan(batch: PlanBatch): void;
  /** End it with `confirmAnswered`. */
  confirm(batch: ConfirmBatch): void;
}

export interface UploadSchedulerOptions {
  readonly clock: ClockPort;
  readonly connections: Connections;
  /** Bytes. */
  readonly multipartThreshold: number;
  readonly onChange: (upload: Upload, before: Upload) => void;
  /** Bytes per second of all uploads together, as far as known. */
  readonly speed: () => number | null;
}

export class UploadScheduler implements Taker {
  private readonly lanes = new Lanes<UploadEntry>(laneOf);
  private readonly planQueue: PlanQueue;
  private readonly confirmQueue: ConfirmQueue;
  private load: Load = NO_LOAD;
  private planCalls = 0;
  private pumping = false;
  private timerAt: number | null = null;
  private cancelTimer: () => void = () => undefined;

  constructor(
    private readonly options: UploadSchedulerOptions,
    private readonly performer: Performer,
  ) {
    this.planQueue = new PlanQueue(options.multipartThreshold);
    this.confirmQueue = new ConfirmQueue(options.clock.now());
    options.connections.join(this);
  }

  /** Takes in new uploads. */
  add(entries: readonly UploadEntry[]): void {
    this.confirmQueue.quicken(this.now());
    for (const entry of entries) {
      this.load = shifted(this.load, NO_LOAD, this.loadOf(entry));
      this.planQueue.add(entry);
      this.options.onChange(entry.upload, entry.upload);
    }
    this.pump();
  }

  /** Tells many uploads of an event; what it frees is given out once, afterwards. */
  tellAll(entries: Iterable<UploadEntry>, event: UploadEvent): void {
    const nested = this.pumping;
    this.pumping = true;
    for (const entry of entries) this.tell(entry, event);
    this.pumping = nested;
    this.pump();
  }

  tell(entry: UploadEntry, event: UploadEvent): void {
    const before = entry.upload;
    const load = this.loadOf(entry);
    const [upload, effects] = step(before, event);
    entry.upload = upload;
    this.load = shifted(this.load, load, this.loadOf(entry));
    for (const effect of effects) this.perform(entry, effect);
    this.lanes.offer(entry);
    if (upload !== before) this.options.onChange(upload, before);
    this.pump();
  }

  planAnswered(): void {
    this.planCalls -= 1;
    this.pump();
  }

  confirmAnswered(bucket: string): void {
    this.confirmQueue.answered(bucket);
    this.pump();
  }

  /** Gives a connection to the upload whose turn it is. */
  take(): boolean {
    const entry = this.lanes.take();
    if (entry === undefined) return false;
    this.tell(entry, { kind: "connection-granted", now: this.now() });
    return true;
  }

  /** Starts all that can start. */
  pump(): void {
    if (this.pumping || this.options.connections.isHeld) return;
    this.pumping = true;
    this.options.connections.give();
    this.planMore();
    this.confirmMore();
    this.pumping = false;
  }

  private perform(entry: UploadEntry, effect: Effect): void {
    if (effect.kind === "plan") this.planQueue.add(entry);
    else if (effect.kind === "confirm") this.confirmQueue.add(entry);
    else this.performer.perform(entry, effect);
  }

  private planMore(): void {
    while (this.planCalls < MAX_PLAN_CALLS) {
      const room = planRoom(this.load, this.options.speed());
      const batch = room === null ? null : this.planQueue.take(room);
      if (batch === null) return;
      this.planCalls += 1;
      this.tellAll(batch.entries, { kind: "plan-asked" });
      this.performer.plan(batch);
    }
  }

  private confirmMore(): void {
    for (;;) {
      const batch = this.confirmQueue.take(this.load.unsent === 0, this.now());
      if (batch === null) break;
      this.tellAll(batch.entries, { kind: "confirm-asked" });
      this.performer.confirm(batch);
    }
    this.wakeAt(this.confirmQueue.dueAt());
  }

  /** Looks again at `at`, in ms; never, if null. */
  private wakeAt(at: number | null): void {
    if (at === this.timerAt) return;
    this.timerAt = at;
    this.cancelTimer();
    if (at === null) return;
    this.cancelTimer = this.options.clock.after(Math.max(0, at - this.now()), () => {
      this.timerAt = null;
      this.pump();
    });
  }

  private loadOf(entry: UploadEntry): Load {
    return loadOf(entry.upload, this.options.multipartThreshold);
  }

  private now(): number {
    return this.options.clock.now();
  }
}

function laneOf({ upload }: UploadEntry): Lane | null {
  if (upload.phase !== "sending" || !wantsConnection(upload)) return null;
  return upload.plan.kind === "put" ? "small" : "large";
}
