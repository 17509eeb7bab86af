/** Between the dock's first line and its rows: what waits for a person, and where downloads go. */
import { lazy, Suspense } from "react";
import { lazyWithWords } from "@/locales/lazyWithWords";
import type { LocalFolder } from "@/transfer/localFolder";
import type { TransfersSnapshot, TransferView } from "@/transfer/transfers";
import type { Commands } from "./commands";
import { isPaused } from "./pausing";
import type { MissingFiles } from "./useMissingFiles";

const FolderBar = lazy(async () => ({
  default: (await import("./downloads/FolderBar")).FolderBar,
}));
const ForgetfulNotice = lazyWithWords(
  async () => (await import("./pausing/ForgetfulNotice")).ForgetfulNotice,
);
const PauseBars = lazyWithWords(async () => (await import("./pausing/PauseBars")).PauseBars);
const UnusedNotice = lazyWithWords(
  async () => (await import("./pausing/UnusedNotice")).UnusedNotice,
);

const unused = ["strangers", "ambiguous"] as const;

export interface DockNoticesProps {
  readonly snapshot: TransfersSnapshot;
  readonly commands: Commands;
  readonly missing: MissingFiles;
  readonly folder: LocalFolder;
  /** While the dock is folded, only what waits for a person shows. */
  readonly isOpen: boolean;
}

export function DockNotices(props: DockNoticesProps) {
  const { snapshot, commands, missing, folder, isOpen } = props;
  const { transfers: rows, totals } = snapshot;
  return (
    <>
      {/* A boundary of its own: what they say is not worth hiding the rows for. */}
      <Suspense>
        <div className="-mb-px border-t border-line text-xs empty:hidden">
          {isOpen && totals.forgetful && <ForgetfulNotice />}
          {unused.map((why) => {
            const names = missing[why];
            if (names.length === 0) return null;
            return <UnusedNotice key={why} why={why} names={names} onDismiss={missing.dismiss} />;
          })}
        </div>
        {totals.paused > 0 && (
          <PauseBars
            rows={rows}
            hasElsewhere={isOpen}
            onResume={commands.resume}
            onPick={missing.pick}
          />
        )}
      </Suspense>
      {isOpen && totals.downloads > 0 && (
        <FolderBar folder={folder} hasPaused={rows.some(isPausedDownload)} />
      )}
    </>
  );
}

function isPausedDownload(row: TransferView): boolean {
  return row.direction === "download" && isPaused(row);
}
