/** The transfers at the foot of the page: a line that sums them up, and a row for each. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Transfers } from "@/transfer/transfers";
import { useTransfers } from "@/transfer/useTransfers";
import type { CorsHrefOf } from "./FailureNote";
import { ConflictDialog } from "./ConflictDialog";
import { DockActions } from "./DockActions";
import { DockSummary } from "./DockSummary";
import { TransferAnnouncer } from "./TransferAnnouncer";
import { TransferList } from "./TransferList";
import { useConflicts } from "./useConflicts";
import { useKeptFocus } from "./useKeptFocus";

/** On a phone the dock begins as one line and opens into a sheet. */
const roomy = "(min-width: 640px)";

export interface TransferDockProps {
  readonly transfers: Transfers;
  readonly corsHrefOf: CorsHrefOf;
  /** The dock has gone, and the control that had the focus with it. */
  readonly onGone: () => void;
}

export function TransferDock({ transfers, corsHrefOf, onGone }: TransferDockProps) {
  const t = useTranslations("transfers");
  const snapshot = useTransfers(transfers);
  const conflicts = useConflicts(transfers, snapshot);
  const keptFocus = useKeptFocus(onGone);
  const [isOpen, setOpen] = useState(() => matchMedia(roomy).matches);
  return (
    <>
      <TransferAnnouncer totals={snapshot.totals} />
      {snapshot.transfers.length > 0 && (
        <section
          {...keptFocus}
          aria-label={t("dock")}
          className="flex max-h-[65dvh] shrink-0 flex-col border-t border-line bg-surface sm:max-h-72"
        >
          <DockSummary
            totals={snapshot.totals}
            isOpen={isOpen}
            onToggle={() => {
              setOpen(!isOpen);
            }}
            onDecide={() => {
              conflicts.open();
            }}
            actions={isOpen && <DockActions transfers={transfers} totals={snapshot.totals} />}
          />
          {isOpen && (
            <TransferList
              rows={snapshot.transfers}
              transfers={transfers}
              corsHrefOf={corsHrefOf}
              onDecide={conflicts.open}
            />
          )}
        </section>
      )}
      <ConflictDialog {...conflicts} />
    </>
  );
}
