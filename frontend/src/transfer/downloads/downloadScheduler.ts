/** Decides which download starts next: connections, and calls that plan. Nothing waits here. */
import type { Connections, Taker } from "../connections";
import type { Download } from "../core/downloads/download";
import type { DownloadEvent, Effect } from "../core/downloads/events";
import { isSmall, loadOf, NO_LOAD } from "../core/downloads/load";
import { wantsConnection } from "../core/downloads/receiving";
import { step } from "../core/downloads/step";
import { shifted } from "../core/load";
import { type Lane, Lanes } from "../lanes";
import type { ClockPort } from "../ports";
import type { DownloadEntry } from "./downloadEntry";
import { BATCH_SIZE, type PlanBatch, PlanQueue, type PlanRoom } from "./planQueue";

const MAX_PLAN_CALLS = 2;

/** Each is on the disk twice while it is saved, so few are open at once. */
const MAX_LARGES = 4;

/** URLs die unused after 15 minutes: no more small downloads are planned while this many are ready. */
const ENOUGH_READY = BATCH_SIZE;

/** Small downloads are held in memory until they are saved. */
const MAX_ENDING = 32;

/** Does what the scheduler decides, and tells it how it went. */
export interface Performer {
  perform(entry: DownloadEntry, effect: Exclude<Effect, { kind: "plan" }>): void;
  /** End it with `planAnswered`. */
  plan(batch: PlanBatch): void;
}

export interface SchedulerOptions {
  readonly clock: ClockPort;
  readonly connections: Connections;
  readonly onChange: (download: Download, before: Download) => void;
}

export class DownloadScheduler implements Taker {
  private readonly lanes = new Lanes<DownloadEntry>(laneOf);
  private readonly planQueue = new PlanQueue();
  private load = NO_LOAD;
  private planCalls = 0;
  private pumping = false;

  constructor(
    private readonly options: SchedulerOptions,
    private readonly performer: Performer,
  ) {
    options.connections.join(this);
  }

  /** Downloads that have not begun. */
  get waiting(): number {
    return this.load.waiting;
  }

  /** Takes in new downloads. */
  add(entries: readonly DownloadEntry[]): void {
    for (const { download } of entries) this.load = shifted(this.load, NO_LOAD, loadOf(download));
    for (const entry of entries) {
      if (entry.download.phase === "queued") this.planQueue.add(entry);
      this.options.onChange(entry.download, entry.download);
    }
    this.pump();
  }

  /** Tells many downloads of an event; what it frees is given out once, afterwards. */
  tellAll(entries: Iterable<DownloadEntry>, event: DownloadEvent): void {
    const nested = this.pumping;
    this.pumping = true;
    for (const entry of entries) this.tell(entry, event);
    this.pumping = nested;
    this.pump();
  }

  tell(entry: DownloadEntry, event: DownloadEvent): void {
    const before = entry.download;
    const [download, effects] = step(before, event);
    entry.download = download;
    this.load = shifted(this.load, loadOf(before), loadOf(download));
    for (const effect of effects) this.perform(entry, effect);
    this.lanes.offer(entry);
    if (download !== before) this.options.onChange(download, before);
    this.pump();
  }

  planAnswered(): void {
    this.planCalls -= 1;
    this.pump();
  }

  /** Gives a connection to the download whose turn it is. */
  take(): boolean {
    const entry = this.lanes.take(this.load.ending < MAX_ENDING);
    if (entry === undefined) return false;
    this.tell(entry, { kind: "connection-granted", now: this.options.clock.now() });
    return true;
  }

  /** Starts all that can start. */
  pump(): void {
    if (this.pumping || this.options.connections.isHeld) return;
    this.pumping = true;
    this.options.connections.give();
    this.planMore();
    this.pumping = false;
  }

  private perform(entry: DownloadEntry, effect: Effect): void {
    if (effect.kind === "plan") this.planQueue.add(entry);
    else this.performer.perform(entry, effect);
  }

  private planMore(): void {
    while (this.planCalls < MAX_PLAN_CALLS) {
      const batch = this.planQueue.take(this.room());
      if (batch === null) return;
      this.planCalls += 1;
      this.tellAll(batch.entries, { kind: "plan-asked" });
      this.performer.plan(batch);
    }
  }

  private room(): PlanRoom {
    const { ready, larges } = this.load;
    return {
      smalls: ready < ENOUGH_READY ? BATCH_SIZE : 0,
      larges: Math.max(0, MAX_LARGES - larges),
    };
  }
}

function laneOf({ download }: DownloadEntry): Lane | null {
  if (!wantsConnection(download)) return null;
  return isSmall(download) ? "small" : "large";
}
