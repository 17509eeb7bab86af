/** What is worth saying aloud about the transfers, gathered so that 10,000 files are not 10,000 sentences. */
import type {
  PauseReason,
  TransferDirection,
  TransferStatus,
  TransferView,
} from "@/transfer/transfers";

/** Paused ones have not started yet; a tree that is looked for is no file. */
const NOT_STARTED: ReadonlySet<TransferStatus> = new Set(["paused", "listing"]);

/** Which transfers each sentence counts. */
const counted = {
  "transfers.announce.started": started("upload"),
  "transfers.announce.done": is("upload", "done"),
  "transfers.announce.failed": is("upload", "failed"),
  "transfers.announce.conflict": is("upload", "conflict"),
  "downloads.announce.started": started("download"),
  "downloads.announce.done": is("download", "done"),
  "downloads.announce.failed": is("download", "failed"),
  "downloads.announce.conflict": is("download", "conflict"),
  "transfers.announce.credentials": waitsFor("credentials"),
  "transfers.announce.file": waitsFor("file"),
  "transfers.announce.permission": waitsFor("permission"),
} as const;

export type Sentence = keyof typeof counted;

const sentences = Object.keys(counted) as readonly Sentence[];

export type Tally = Readonly<Record<Sentence, number>>;

export interface Announcement {
  readonly sentence: Sentence;
  readonly count: number;
}

export function tally(rows: readonly TransferView[]): Tally {
  const count = (sentence: Sentence) => rows.filter(counted[sentence]).length;
  return Object.fromEntries(sentences.map((name) => [name, count(name)])) as Tally;
}

/** What changed from `before` to `now`; nothing where numbers only went down. */
export function announcements(before: Tally, now: Tally): Announcement[] {
  const all = sentences.map((sentence) => ({
    sentence,
    count: now[sentence] - before[sentence],
  }));
  return all.filter(({ count }) => count > 0);
}

function started(direction: TransferDirection) {
  return (row: TransferView) => row.direction === direction && !NOT_STARTED.has(row.status);
}

function is(direction: TransferDirection, status: TransferStatus) {
  return (row: TransferView) => row.direction === direction && row.status === status;
}

function waitsFor(reason: PauseReason) {
  return (row: TransferView) => row.pausedFor === reason;
}
