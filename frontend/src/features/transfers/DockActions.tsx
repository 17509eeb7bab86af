/** What can be done with all transfers at once; only what there is something to do for. */
import { useTranslations } from "use-intl";
import type { Transfers, TransferStatus, TransferTotals } from "@/transfer/transfers";
import { Button } from "@/ui/Button";

export interface DockActionsProps {
  readonly transfers: Transfers;
  readonly totals: TransferTotals;
}

export function DockActions({ transfers, totals }: DockActionsProps) {
  const t = useTranslations("transfers");
  const idsOf = (...statuses: readonly TransferStatus[]) =>
    transfers
      .getSnapshot()
      .transfers.filter((row) => statuses.includes(row.status))
      .map((row) => row.id);
  const retry = () => {
    transfers.retry(idsOf("failed"));
  };
  const cancel = () => {
    transfers.cancel(idsOf("waiting", "uploading", "conflict"));
  };
  const clear = () => {
    transfers.clearFinished();
  };
  return (
    <>
      {totals.failed > 0 && <Button onPress={retry}>{t("retryFailed")}</Button>}
      {totals.waiting + totals.active + totals.conflicts > 0 && (
        <Button onPress={cancel}>{t("cancelAll")}</Button>
      )}
      {totals.done + totals.cancelled + totals.skipped > 0 && (
        <Button variant="quiet" onPress={clear}>
          {t("clearFinished")}
        </Button>
      )}
    </>
  );
}
