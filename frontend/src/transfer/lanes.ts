/** Who gets the next connection: small and large transfers in turn, each first come, first served. */
import { Queue } from "./queue";

/** Small: one request is all it takes. */
export type Lane = "small" | "large";

export class Lanes<Item> {
  private readonly queues = { small: new Queue<Item>(), large: new Queue<Item>() };
  private readonly queued = new Set<Item>();
  private turn: Lane = "small";

  /** @param laneOf null: it could not use a connection now */
  constructor(private readonly laneOf: (item: Item) => Lane | null) {}

  /** Lets a transfer stand in line once if it could use a connection. */
  offer(item: Item): void {
    const lane = this.laneOf(item);
    if (lane === null || this.queued.has(item)) return;
    this.queued.add(item);
    this.queues[lane].push(item);
  }

  /** The next in line that still wants a connection. */
  take(hasRoomForSmall = true): Item | undefined {
    const lane = this.turn;
    this.turn = lane === "small" ? "large" : "small";
    const lanes = [lane, this.turn].filter((name) => name === "large" || hasRoomForSmall);
    for (const name of lanes) {
      const item = this.first(name);
      if (item !== undefined) return item;
    }
    return undefined;
  }

  private first(lane: Lane): Item | undefined {
    for (;;) {
      const item = this.queues[lane].shift();
      if (item === undefined) return undefined;
      this.queued.delete(item);
      if (this.laneOf(item) !== null) return item;
    }
  }
}
