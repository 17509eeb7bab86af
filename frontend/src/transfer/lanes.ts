/** Who gets the next connection: PUTs and multipart uploads in turn, each first come, first served. */
import { wantsConnection } from "./core/sending";
import type { Entry } from "./entry";
import { Queue } from "./queue";

type Lane = "put" | "multipart";

export class Lanes {
  private readonly queues = { put: new Queue<Entry>(), multipart: new Queue<Entry>() };
  private readonly queued = new Set<Entry>();
  private turn: Lane = "put";

  /** Lets an upload stand in line once if it could use a connection. */
  offer(entry: Entry): void {
    const { upload } = entry;
    if (upload.phase !== "sending" || !wantsConnection(upload) || this.queued.has(entry)) return;
    this.queued.add(entry);
    this.queues[upload.plan.kind].push(entry);
  }

  /** The next in line that still wants a connection. */
  take(): Entry | undefined {
    const lane = this.turn;
    this.turn = lane === "put" ? "multipart" : "put";
    return this.first(lane) ?? this.first(this.turn);
  }

  private first(lane: Lane): Entry | undefined {
    for (;;) {
      const entry = this.queues[lane].shift();
      if (entry === undefined) return undefined;
      this.queued.delete(entry);
      if (wantsConnection(entry.upload)) return entry;
    }
  }
}
