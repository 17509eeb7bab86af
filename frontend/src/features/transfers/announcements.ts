/** What is worth saying aloud about the transfers, gathered so that 10,000 files are not 10,000 sentences. */
import type { TransferDirection, TransferStatus, TransferView } from "@/transfer/transfers";

const directions = ["upload", "download"] as const satisfies readonly TransferDirection[];
const topics = ["started", "done", "failed", "conflict"] as const;

type Topic = (typeof topics)[number];

/** How many transfers each sentence could be about. */
export type Tally = Readonly<Record<TransferDirection, Readonly<Record<Topic, number>>>>;

export interface Announcement {
  readonly direction: TransferDirection;
  readonly about: Topic;
  readonly count: number;
}

/** Paused ones have not started yet; a tree that is looked for is no file. */
const NOT_STARTED: ReadonlySet<TransferStatus> = new Set(["paused", "listing"]);

export function tally(rows: readonly TransferView[]): Tally {
  const counts = { upload: nothing(), download: nothing() };
  for (const { direction, status } of rows) {
    const count = counts[direction];
    if (!NOT_STARTED.has(status)) count.started += 1;
    if (status === "done" || status === "failed" || status === "conflict") count[status] += 1;
  }
  return counts;
}

/** What changed from `before` to `now`; nothing where numbers only went down. */
export function announcements(before: Tally, now: Tally): Announcement[] {
  const all = directions.flatMap((direction) =>
    topics.map((about) => ({
      direction,
      about,
      count: now[direction][about] - before[direction][about],
    })),
  );
  return all.filter(({ count }) => count > 0);
}

const nothing = () => ({ started: 0, done: 0, failed: 0, conflict: 0 });
