/** What is worth saying aloud about the transfers, gathered so that 10,000 files are not 10,000 sentences. */
import type { TransferTotals } from "@/transfer/transfers";

export interface Announcement {
  readonly about: "started" | "done" | "failed" | "conflict";
  readonly count: number;
}

/** What changed from `before` to `now`; nothing where numbers only went down. */
export function announcements(before: TransferTotals, now: TransferTotals): Announcement[] {
  const all: Announcement[] = [
    { about: "started", count: sum(now) - sum(before) },
    { about: "done", count: now.done - before.done },
    { about: "failed", count: now.failed - before.failed },
    { about: "conflict", count: now.conflicts - before.conflicts },
  ];
  return all.filter(({ count }) => count > 0);
}

const sum = (totals: TransferTotals) =>
  totals.waiting +
  totals.active +
  totals.done +
  totals.failed +
  totals.conflicts +
  totals.cancelled +
  totals.skipped;
