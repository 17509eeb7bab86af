/** The connections that uploads and downloads share: how many there are, and whose turn it is. */
import { acquire, emptyPool, hasRoom, type Outcome, release, withHosts } from "./core/pool";
import type { ClockPort, ConnectivityPort } from "./ports";

/** Whoever has requests to make. */
export interface Taker {
  /** Makes one request if it has one to make. @returns whether it had */
  take(): boolean;
  /** Starts all that can start: asks for connections, and for what else it has to wait for. */
  pump(): void;
}

export class Connections {
  /** Nothing starts, for there is no network. */
  isHeld = false;
  private readonly takers: Taker[] = [];
  private readonly hosts = new Set<string>();
  private pool = emptyPool();
  private giving = false;
  private turn = 0;

  constructor(
    private readonly clock: ClockPort,
    connectivity: ConnectivityPort,
    private readonly onHeld: (held: boolean) => void,
  ) {
    connectivity.onChange(() => {
      if (connectivity.isOnline()) this.resume();
    });
  }

  join(taker: Taker): void {
    this.takers.push(taker);
  }

  /** Gives out what is free, to each taker in turn. */
  give(): void {
    if (this.giving) return;
    this.giving = true;
    while (hasRoom(this.pool) && this.giveOne());
    this.giving = false;
  }

  /** A request to `url` starts. */
  used(url: string): void {
    this.hosts.add(new URL(url).host);
    this.pool = withHosts(acquire(this.pool), this.hosts.size);
  }

  /** A request that began at `startedAt` has ended. */
  freed(outcome: Outcome, startedAt: number): void {
    this.pool = release(this.pool, outcome, startedAt, this.clock.now());
    this.pump();
  }

  /** Starts nothing until there is a network again. */
  readonly hold = (): void => {
    if (!this.isHeld) this.onHeld(true);
    this.isHeld = true;
  };

  private resume(): void {
    if (this.isHeld) this.onHeld(false);
    this.isHeld = false;
    this.pump();
  }

  private pump(): void {
    for (const taker of this.takers) taker.pump();
  }

  private giveOne(): boolean {
    for (let asked = 0; asked < this.takers.length; asked += 1) {
      this.turn = (this.turn + 1) % this.takers.length;
      if (this.takers[this.turn]?.take()) return true;
    }
    return false;
  }
}
