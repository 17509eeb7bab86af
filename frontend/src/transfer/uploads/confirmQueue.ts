/** Uploads that wait to be completed, gathered into one call per bucket. */
import {
  BATCH_SIZE,
  confirmDue,
  type ConfirmPace,
  freshPace,
  MAX_PARTS_PER_CONFIRM,
  nextPace,
} from "../core/batching";
import type { ConfirmRequest } from "../ports";
import { Queue } from "../queue";
import { confirmRequest } from "./confirmRequest";
import type { UploadEntry } from "./uploadEntry";

export interface ConfirmBatch {
  readonly bucket: string;
  readonly entries: readonly UploadEntry[];
  /** What to ask of the API for each. */
  readonly requests: readonly ConfirmRequest[];
}

export class ConfirmQueue {
  private readonly queues = new Map<string, Queue<UploadEntry>>();
  /** Buckets with a call under way. */
  private readonly asking = new Set<string>();
  private pace: ConfirmPace;

  constructor(now: number) {
    this.pace = freshPace(now);
  }

  /** A person has added files: the first results come soon again. */
  quicken(now: number): void {
    this.pace = freshPace(now);
  }

  add(entry: UploadEntry): void {
    const { bucket } = entry.upload.source;
    const queue = this.queues.get(bucket) ?? new Queue<UploadEntry>();
    this.queues.set(bucket, queue);
    queue.push(entry);
  }

  /** The batch to complete now, or null; end each with `answered`. */
  take(nothingElseRuns: boolean, now: number): ConfirmBatch | null {
    for (const [bucket, queue] of this.queues) {
      const due = confirmDue(this.pace, queue.length, nothingElseRuns, now);
      if (!due || this.asking.has(bucket)) continue;
      const batch = takeBatch(bucket, queue);
      if (batch.entries.length === 0) continue;
      this.asking.add(bucket);
      this.pace = nextPace(this.pace, now);
      return batch;
    }
    return null;
  }

  answered(bucket: string): void {
    this.asking.delete(bucket);
  }

  /** When `take` may have something that it has not now, in ms; null when nothing waits. */
  dueAt(): number | null {
    const waiting = [...this.queues].some(([name, queue]) => {
      return queue.length > 0 && !this.asking.has(name);
    });
    return waiting ? this.pace.since + this.pace.interval : null;
  }
}

function takeBatch(bucket: string, queue: Queue<UploadEntry>): ConfirmBatch {
  const entries = new Set<UploadEntry>();
  const requests: ConfirmRequest[] = [];
  let parts = 0;
  while (entries.size < BATCH_SIZE && parts < MAX_PARTS_PER_CONFIRM) {
    const entry = queue.shift();
    if (entry === undefined) break;
    const { upload } = entry;
    // Cancelled while it waited, and perhaps here again since.
    if (upload.phase !== "confirming" || upload.asked || entries.has(entry)) continue;
    parts += upload.acked.length;
    entries.add(entry);
    requests.push(confirmRequest(upload));
  }
  return { bucket, entries: [...entries], requests };
}
