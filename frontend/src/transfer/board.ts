/** Publishes snapshots of all transfers, at most ten a second, touching only rows that changed. */
import { record, remaining, speed, type SpeedMeter } from "./core/speed";
import type { ClockPort } from "./ports";
import type { TransfersSnapshot, TransferView } from "./transfers";
import { counted, NO_TOTALS, type Row, sameView } from "./views";

const PUBLISH_MS = 100;
/** So many rows are not watched one by one, and each picture of them costs time that sending needs. */
const MANY = 100;
const PUBLISH_MANY_MS = 300;
/** Speeds fall while nothing happens, so they are looked at without a cause, too. */
const HEARTBEAT_MS = 1_000;

export class Board {
  private snapshot: TransfersSnapshot = { transfers: [], totals: NO_TOTALS };
  private rows: TransferView[] = [];
  private readonly places = new Map<string, number>();
  private readonly changed = new Map<string, Row>();
  /** Of the transfers that move now. */
  private readonly meters = new Map<string, { row: Row; meter: SpeedMeter }>();
  private held = false;
  private forgetful = false;
  private totals = NO_TOTALS;
  private movedBytes = 0;
  private totalMeter: SpeedMeter = [];
  private publishedAt = Number.NEGATIVE_INFINITY;
  private timer: { readonly at: number; readonly cancel: () => void } | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly clock: ClockPort) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getSnapshot = (): TransfersSnapshot => this.snapshot;

  /** Bytes per second of all transfers; null until it means something. */
  readonly speed = (): number | null => speed(this.totalMeter, this.clock.now());

  /** Shows a transfer, new or changed, with the next snapshot. */
  readonly show = (row: Row): void => {
    this.changed.set(row.id, row);
    this.publishSoon();
  };

  /** Says of rows shown from now on whether they wait for a network. */
  setHeld(held: boolean): void {
    this.held = held;
  }

  /** Says whether a reload would forget uploads. */
  setForgetful(forgetful: boolean): void {
    this.forgetful = forgetful;
    this.publishSoon();
  }

  /** Removes rows. */
  remove(ids: ReadonlySet<string>): void {
    this.refresh();
    for (const view of this.rows) {
      if (ids.has(view.id)) this.totals = counted(this.totals, view, -1);
    }
    this.rows = this.rows.filter((view) => !ids.has(view.id));
    this.places.clear();
    for (const [place, view] of this.rows.entries()) this.places.set(view.id, place);
    this.publishSoon();
  }

  private publishSoon(): void {
    const interval = this.rows.length < MANY ? PUBLISH_MS : PUBLISH_MANY_MS;
    this.publishAt(this.publishedAt + interval);
  }

  private publishAt(at: number): void {
    if (this.timer !== null && this.timer.at <= at) return;
    this.timer?.cancel();
    const cancel = this.clock.after(Math.max(0, at - this.clock.now()), () => {
      this.timer = null;
      this.publish();
    });
    this.timer = { at, cancel };
  }

  private publish(): void {
    this.refresh();
    const now = this.clock.now();
    this.publishedAt = now;
    const left = this.totals.bytes - this.totals.movedBytes;
    const moving = this.totals.active > 0;
    const totals = {
      ...this.totals,
      bytesPerSecond: moving && !this.held ? speed(this.totalMeter, now) : null,
      remainingSeconds: moving && !this.held ? remaining(this.totalMeter, left, now) : null,
      offline: this.held && this.totals.waiting + this.totals.active > 0,
      forgetful: this.forgetful,
    };
    this.snapshot = { transfers: this.rows.slice(), totals };
    for (const listener of this.listeners) listener();
    if (moving) this.publishAt(now + HEARTBEAT_MS);
  }

  /** Brings rows and totals up to date. */
  private refresh(): void {
    const now = this.clock.now();
    const idle = this.totals.active === 0;
    if (idle) this.totalMeter = [];
    for (const [id, { row }] of this.meters) {
      if (!this.changed.has(id)) this.changed.set(id, row);
    }
    for (const row of this.changed.values()) this.place(row, now);
    this.changed.clear();
    this.totalMeter = record(this.totalMeter, this.movedBytes, now);
  }

  private place(row: Row, now: number): void {
    const { id } = row;
    const known = this.places.get(id);
    const before = known === undefined ? undefined : this.rows[known];
    const fresh = row.view({ meter: this.measure(row, now), now, held: this.held });
    const view = before !== undefined && sameView(before, fresh) ? before : fresh;
    if (view === before) return;
    this.movedBytes += Math.max(0, view.movedBytes - (before?.movedBytes ?? 0));
    if (before !== undefined) this.totals = counted(this.totals, before, -1);
    this.totals = counted(this.totals, view, 1);
    const place = known ?? this.rows.length;
    this.places.set(id, place);
    this.rows[place] = view;
  }

  private measure(row: Row, now: number): SpeedMeter {
    const { id } = row;
    if (!row.isMoving) {
      this.meters.delete(id);
      return [];
    }
    const meter = record(this.meters.get(id)?.meter ?? [], row.movedBytes, now);
    this.meters.set(id, { row, meter });
    return meter;
  }
}
