/** Downloads that wait to be planned, gathered into batches that one call of the API can plan. */
import { isSmall } from "../core/downloads/load";
import { Queue } from "../queue";
import type { DownloadEntry } from "./downloadEntry";

/** Downloads in one call of the API, which takes no more. */
export const BATCH_SIZE = 100;

/** Room for more planned downloads. */
export interface PlanRoom {
  readonly smalls: number;
  readonly larges: number;
}

/** Downloads that one call can plan. */
export interface PlanBatch {
  readonly bucket: string;
  readonly requesterPays: boolean;
  readonly entries: readonly DownloadEntry[];
}

interface Group extends Omit<PlanBatch, "entries"> {
  /** Under way, with a URL that is used up. */
  readonly renewals: Queue<DownloadEntry>;
  readonly smalls: Queue<DownloadEntry>;
  readonly larges: Queue<DownloadEntry>;
}

export class PlanQueue {
  private readonly groups = new Map<string, Group>();

  add(entry: DownloadEntry): void {
    const group = this.groupOf(entry);
    if (entry.download.phase === "receiving") group.renewals.push(entry);
    else (isSmall(entry.download) ? group.smalls : group.larges).push(entry);
  }

  /** The next batch that fits into `room`, or null. */
  take(room: PlanRoom): PlanBatch | null {
    for (const [name, group] of this.groups) {
      const entries = takeFrom(group, room);
      const { renewals, smalls, larges } = group;
      if (renewals.length + smalls.length + larges.length === 0) this.groups.delete(name);
      if (entries.length > 0) return { ...group, entries };
    }
    return null;
  }

  private groupOf({ download }: DownloadEntry): Group {
    const { bucket, requesterPays } = download.source;
    const name = JSON.stringify([bucket, requesterPays]);
    const known = this.groups.get(name);
    if (known !== undefined) return known;
    const group: Group = {
      bucket,
      requesterPays,
      renewals: new Queue(),
      smalls: new Queue(),
      larges: new Queue(),
    };
    this.groups.set(name, group);
    return group;
  }
}

function takeFrom(group: Group, room: PlanRoom): readonly DownloadEntry[] {
  // Whoever was paused and resumed stands in line twice.
  const entries = new Set<DownloadEntry>();
  fill(entries, group.renewals, BATCH_SIZE);
  fill(entries, group.larges, entries.size + room.larges);
  fill(entries, group.smalls, entries.size + room.smalls);
  return [...entries];
}

function fill(entries: Set<DownloadEntry>, queue: Queue<DownloadEntry>, most: number): void {
  while (entries.size < Math.min(most, BATCH_SIZE)) {
    const entry = queue.shift();
    if (entry === undefined) return;
    if (wantsPlan(entry)) entries.add(entry);
  }
}

/** Whatever was cancelled or planned while it stood in line wants none. */
function wantsPlan({ download }: DownloadEntry): boolean {
  const { phase } = download;
  return phase === "queued" || (phase === "receiving" && download.request === null);
}
