/** Which conflict needs an answer now, and for which others the last answer was meant too. */
import { useEffect, useMemo, useState } from "react";
import type {
  ConflictChoice,
  Transfers,
  TransfersSnapshot,
  TransferView,
} from "@/transfer/transfers";
import { isUnfinished } from "@/transfer/unfinished";

interface AnswerForRest {
  readonly choice: ConflictChoice;
  /** Those of its path that had not ended yet; what is added or tried again later asks again. */
  readonly ids: ReadonlySet<string>;
  /** Trees among them that are still looked through: what is found there belongs to the rest, too. */
  readonly trees: readonly TransferView[];
}

export interface Conflicts {
  /** The transfer to decide on, or null. */
  readonly current: TransferView | null;
  readonly count: number;
  /** Whether an answer can be meant for others of its path: in conflict, or perhaps still to be. */
  readonly hasRest: boolean;
  readonly isOpen: boolean;
  /** Shows the dialog, for this transfer or for the first that waits. */
  readonly open: (id?: string) => void;
  readonly postpone: () => void;
  readonly answer: (choice: ConflictChoice, forRest: boolean) => void;
}

const none: readonly TransferView[] = [];

export function useConflicts(
  transfers: Pick<Transfers, "resolveConflicts">,
  { transfers: rows, totals }: TransfersSnapshot,
): Conflicts {
  const [isPostponed, setPostponed] = useState(false);
  const [wasAny, setWasAny] = useState(false);
  const [wanted, setWanted] = useState<string>();
  const [forRest, setForRest] = useState<AnswerForRest | null>(null);
  const conflicts = useMemo(
    () => (totals.conflicts === 0 ? none : rows.filter((row) => row.status === "conflict")),
    [rows, totals.conflicts],
  );
  const open = conflicts.filter((row) => forRest?.ids.has(row.id) !== true);
  const current = open.find((row) => row.id === wanted) ?? open[0] ?? null;
  const rest = current === null ? none : rows.filter((row) => isOfPath(row, current));

  useEffect(() => {
    const answered = conflicts.filter((row) => forRest?.ids.has(row.id) === true);
    if (forRest === null || answered.length === 0) return;
    transfers.resolveConflicts(
      answered.map((row) => row.id),
      forRest.choice,
    );
  }, [transfers, conflicts, forRest]);

  const left = rows.filter((row) => forRest !== null && isMeant(row, forRest));
  if (forRest !== null && !areIds(forRest.ids, left)) setForRest(restOf(forRest.choice, left));

  // A dialog that was put off comes back with the next conflict after all are settled.
  const isAny = conflicts.length > 0;
  if (isAny !== wasAny) {
    setWasAny(isAny);
    setPostponed(isAny && isUntouched());
  }

  return {
    current,
    count: open.length,
    hasRest: rest.length > 1,
    isOpen: current !== null && !isPostponed,
    open: (id) => {
      setWanted(id);
      setPostponed(false);
    },
    postpone: () => {
      setPostponed(true);
    },
    answer: (choice, isForRest) => {
      if (current === null) return;
      if (isForRest) setForRest(restOf(choice, rest));
      else transfers.resolveConflicts([current.id], choice);
    },
  };
}

/** What an earlier page has left may ask as soon as this one is open; nobody has begun anything here. */
function isUntouched(): boolean {
  return "userActivation" in navigator && !navigator.userActivation.hasBeenActive;
}

function isOfPath(row: TransferView, { direction, bucket, prefix }: TransferView): boolean {
  const isThere = row.bucket === bucket && row.prefix === prefix;
  return isThere && row.direction === direction && isUnfinished(row);
}

function restOf(choice: ConflictChoice, rows: readonly TransferView[]): AnswerForRest {
  const trees = rows.filter(({ status }) => status === "listing");
  return { choice, ids: new Set(rows.map(({ id }) => id)), trees };
}

function isMeant(row: TransferView, { ids, trees }: AnswerForRest): boolean {
  if (!isUnfinished(row)) return false;
  return ids.has(row.id) || trees.some((tree) => isBelow(row, tree));
}

function isBelow(row: TransferView, tree: TransferView): boolean {
  return isOfPath(row, tree) && row.key?.startsWith(tree.key ?? "") === true;
}

function areIds(ids: ReadonlySet<string>, rows: readonly TransferView[]): boolean {
  return rows.length === ids.size && rows.every(({ id }) => ids.has(id));
}
