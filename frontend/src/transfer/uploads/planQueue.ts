/** Files that wait to be planned, gathered into batches that one call of the API can plan. */
import { BATCH_SIZE, type PlanRoom } from "../core/batching";
import type { OnConflict } from "../core/upload";
import { Queue } from "../queue";
import type { UploadEntry } from "./uploadEntry";

/** Files of one destination. */
export interface PlanBatch {
  readonly bucket: string;
  readonly prefix: string;
  readonly onConflict: OnConflict;
  readonly entries: readonly UploadEntry[];
}

interface Group {
  readonly bucket: string;
  readonly prefix: string;
  readonly onConflict: OnConflict;
  readonly puts: Queue<UploadEntry>;
  readonly multiparts: Queue<UploadEntry>;
}

export class PlanQueue {
  private readonly groups = new Map<string, Group>();

  /** @param multipartThreshold in bytes; larger files go by multipart. */
  constructor(private readonly multipartThreshold: number) {}

  add(entry: UploadEntry): void {
    const group = this.groupOf(entry);
    const large = entry.upload.source.size > this.multipartThreshold;
    (large ? group.multiparts : group.puts).push(entry);
  }

  /** The next batch that fits into `room`, or null. */
  take(room: PlanRoom): PlanBatch | null {
    for (const [name, group] of this.groups) {
      const entries = takeFrom(group, room);
      if (group.puts.length + group.multiparts.length === 0) this.groups.delete(name);
      if (entries.length > 0) return { ...group, entries };
    }
    return null;
  }

  private groupOf({ upload }: UploadEntry): Group {
    const { source, onConflict } = upload;
    const { bucket, prefix } = source;
    const name = JSON.stringify([bucket, prefix, onConflict]);
    const known = this.groups.get(name);
    if (known !== undefined) return known;
    const queues = { puts: new Queue<UploadEntry>(), multiparts: new Queue<UploadEntry>() };
    const group: Group = { bucket, prefix, onConflict, ...queues };
    this.groups.set(name, group);
    return group;
  }
}

function takeFrom(group: Group, room: PlanRoom): readonly UploadEntry[] {
  // Whoever was cancelled and tried again stands in line twice.
  const entries = new Set<UploadEntry>();
  while (entries.size < room.multiparts) {
    const entry = nextQueued(group.multiparts);
    if (entry === undefined) break;
    entries.add(entry);
  }
  let bytes = room.bytes;
  while (entries.size < BATCH_SIZE && bytes > 0) {
    const entry = nextQueued(group.puts);
    if (entry === undefined) break;
    bytes -= entry.upload.source.size;
    entries.add(entry);
  }
  return [...entries];
}

/** Skips what was cancelled while it waited. */
function nextQueued(queue: Queue<UploadEntry>): UploadEntry | undefined {
  for (;;) {
    const entry = queue.shift();
    if (entry === undefined || entry.upload.phase === "queued") return entry;
  }
}
