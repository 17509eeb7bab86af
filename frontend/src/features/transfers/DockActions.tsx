/**
 * What can be done with all transfers at once; only what there is something to do for. They stand
 * at the right edge and the one that cancels is the last, so that it never comes to where another was.
 */
import { useTranslations } from "use-intl";
import type { TransfersSnapshot, TransferView } from "@/transfer/transfers";
import { isUnfinished } from "@/transfer/unfinished";
import { Button } from "@/ui/Button";
import type { Commands } from "./commands";
import { canPause, canResume, isElsewhere } from "./pausing";

export interface DockActionsProps {
  readonly commands: Commands;
  readonly snapshot: TransfersSnapshot;
}

export function DockActions({ commands, snapshot: { transfers, totals } }: DockActionsProps) {
  const t = useTranslations();
  const idsOf = (isMeant: (row: TransferView) => boolean) =>
    transfers.filter(isMeant).map(({ id }) => id);
  return (
    <>
      {totals.done + totals.cancelled + totals.skipped > 0 && (
        <Button variant="quiet" onPress={commands.clearFinished}>
          {t("transfers.clearFinished")}
        </Button>
      )}
      {transfers.some(canRetry) && (
        <Button
          onPress={() => {
            commands.retry(idsOf(canRetry));
          }}
        >
          {t("transfers.retryFailed")}
        </Button>
      )}
      {transfers.some(canResume) && (
        <Button
          onPress={() => {
            commands.resume(idsOf(canResume));
          }}
        >
          {t("transfers.resumeAll")}
        </Button>
      )}
      {transfers.some(canPause) && (
        <Button
          onPress={() => {
            commands.pause(idsOf(canPause));
          }}
        >
          {t("transfers.pauseAll")}
        </Button>
      )}
      {transfers.some(canCancel) && (
        <Button
          onPress={() => {
            commands.cancel(idsOf(canCancel));
          }}
        >
          {t("transfers.cancelAll")}
        </Button>
      )}
    </>
  );
}

/** What is archived fails again until it is restored: its row alone offers that. */
function canRetry({ status, failure }: TransferView): boolean {
  return status === "failed" && failure?.code !== "object_archived";
}

/** What failed can be given up, and be cleared then; what S3 already confirms ends by itself, and another tab's is its own. */
function canCancel(row: TransferView): boolean {
  if (row.status === "confirming" || isElsewhere(row)) return false;
  return row.status === "failed" || isUnfinished(row);
}
