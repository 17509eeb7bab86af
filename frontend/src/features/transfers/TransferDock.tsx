/** The transfers at the foot of the page: a line that sums them up, and a row for each. */
import { startTransition, Suspense, useDeferredValue, useEffect, useMemo, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { lazyWithWords } from "@/locales/lazyWithWords";
import { PageWords, preloadPageWords } from "@/locales/PageWords";
import type { LocalFolder } from "@/transfer/localFolder";
import type { Transfers, TransfersSnapshot } from "@/transfer/transfers";
import { useTransfers } from "@/transfer/useTransfers";
import { commandsOf } from "./commands";
import type { CorsHrefOf } from "./FailureNote";
import { DockActions } from "./DockActions";
import { DockNotices } from "./DockNotices";
import { DockSummary } from "./DockSummary";
import { TransferAnnouncer } from "./TransferAnnouncer";
import { TransferList } from "./TransferList";
import { useConflicts } from "./useConflicts";
import { useKeptFocus } from "./useKeptFocus";
import { useMissingFiles } from "./useMissingFiles";

const ConflictDialog = lazyWithWords(async () => (await import("./ConflictDialog")).ConflictDialog);
/** On a phone the dock begins as one line and opens into a sheet. */
const roomy = "(min-width: 640px)";

export interface TransferDockProps {
  readonly transfers: Transfers;
  readonly folder: LocalFolder;
  readonly corsHrefOf: CorsHrefOf;
  /** The dock has gone, and the control that had the focus with it. */
  readonly onGone: () => void;
}

export function TransferDock(props: TransferDockProps) {
  // Deferred: until the words of downloads are here, the dock stays as it is.
  const snapshot = useDeferredValue(useTransfers(props.transfers));
  return (
    <Suspense>
      <PageWords isNeeded={snapshot.totals.downloads > 0}>
        <Dock {...props} snapshot={snapshot} />
      </PageWords>
    </Suspense>
  );
}

interface DockProps extends TransferDockProps {
  readonly snapshot: TransfersSnapshot;
}

function Dock({ transfers, folder, snapshot, corsHrefOf, onGone }: DockProps) {
  const t = useTranslations("transfers");
  const locale = useLocale();
  const commands = useMemo(() => commandsOf(transfers, folder), [transfers, folder]);
  const conflicts = useConflicts(transfers, snapshot);
  const keptFocus = useKeptFocus(onGone);
  const [isOpen, setOpen] = useState(() => matchMedia(roomy).matches);
  const missing = useMissingFiles(transfers);
  const { transfers: rows, totals } = snapshot;
  const isShown = rows.length > 0;
  useEffect(() => {
    if (isShown) preloadPageWords(locale); // what stops or fails needs some of them
  }, [isShown, locale]);
  return (
    <>
      <TransferAnnouncer rows={rows} />
      {isShown && (
        <section
          {...keptFocus}
          aria-label={t("dock")}
          className="flex shrink-0 flex-col border-t border-line bg-surface"
        >
          <DockSummary
            totals={totals}
            isOpen={isOpen}
            onToggle={() => {
              // A transition: what the rows need may have to be loaded first.
              startTransition(() => {
                setOpen(!isOpen);
              });
            }}
            onDecide={() => {
              conflicts.open();
            }}
            actions={isOpen && <DockActions commands={commands} snapshot={snapshot} />}
          />
          <DockNotices
            snapshot={snapshot}
            commands={commands}
            missing={missing}
            folder={folder}
            isOpen={isOpen}
          />
          {isOpen && (
            <TransferList
              rows={rows}
              commands={commands}
              corsHrefOf={corsHrefOf}
              onDecide={conflicts.open}
              onPick={missing.pick}
            />
          )}
        </section>
      )}
      {conflicts.current !== null && (
        <Suspense>
          <ConflictDialog {...conflicts} current={conflicts.current} folder={folder} />
        </Suspense>
      )}
    </>
  );
}
