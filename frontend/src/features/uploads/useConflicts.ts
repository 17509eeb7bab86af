/** Which conflict needs an answer now, and for which others the last answer was meant too. */
import { useEffect, useMemo, useState } from "react";
import type {
  ConflictChoice,
  Transfers,
  TransfersSnapshot,
  TransferView,
} from "@/transfer/transfers";

interface AnswerForRest {
  readonly choice: ConflictChoice;
  /** The transfers that were there when it was given; later ones ask again. */
  readonly ids: ReadonlySet<string>;
}

export interface Conflicts {
  /** The transfer to decide on, or null. */
  readonly current: TransferView | null;
  readonly count: number;
  /** Whether an answer can be meant for others: for conflicts, or for files that may still meet one. */
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
  const [wanted, setWanted] = useState<string>();
  const [forRest, setForRest] = useState<AnswerForRest | null>(null);
  const conflicts = useMemo(
    () => (totals.conflicts === 0 ? none : rows.filter((row) => row.status === "conflict")),
    [rows, totals.conflicts],
  );
  const open = conflicts.filter((row) => forRest?.ids.has(row.id) !== true);
  const current = open.find((row) => row.id === wanted) ?? open[0] ?? null;

  useEffect(() => {
    const answered = conflicts.filter((row) => forRest?.ids.has(row.id) === true);
    if (forRest === null || answered.length === 0) return;
    transfers.resolveConflicts(
      answered.map((row) => row.id),
      forRest.choice,
    );
  }, [transfers, conflicts, forRest]);

  // A dialog that was put off comes back with the next conflict after all are settled.
  if (isPostponed && conflicts.length === 0) setPostponed(false);

  return {
    current,
    count: open.length,
    hasRest: open.length > 1 || totals.waiting + totals.active > 0,
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
      if (isForRest) setForRest({ choice, ids: new Set(rows.map((row) => row.id)) });
      else transfers.resolveConflicts([current.id], choice);
    },
  };
}
