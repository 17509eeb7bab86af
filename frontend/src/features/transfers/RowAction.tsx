/**
 * The one thing that can be done with a transfer as it stands: stop it, decide, or try again.
 * Each is a button of its own, so that a key pressed twice does not undo what it did.
 */
import { CircleHelp, RotateCw, X } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Transfers, TransferView } from "@/transfer/transfers";
import { IconButton } from "@/ui/IconButton";

export interface RowActionProps {
  readonly transfer: TransferView;
  readonly transfers: Pick<Transfers, "cancel" | "retry">;
  readonly onDecide: (id: string) => void;
}

export function RowAction({ transfer, transfers, onDecide }: RowActionProps) {
  const t = useTranslations("transfers");
  const { id, name, status } = transfer;
  switch (status) {
    case "waiting":
    case "uploading":
      return (
        <IconButton
          key="cancel"
          label={t("cancelOne", { name })}
          icon={<X size={16} aria-hidden />}
          onPress={() => {
            transfers.cancel([id]);
          }}
        />
      );
    case "conflict":
      return (
        <IconButton
          key="decide"
          label={t("decideOne", { name })}
          icon={<CircleHelp size={16} aria-hidden />}
          onPress={() => {
            onDecide(id);
          }}
        />
      );
    case "failed":
      return (
        <IconButton
          key="retry"
          label={t("retryOne", { name })}
          icon={<RotateCw size={16} aria-hidden />}
          onPress={() => {
            transfers.retry([id]);
          }}
        />
      );
    case "cancelled":
    case "skipped":
      return (
        <IconButton
          key="again"
          label={t("againOne", { name })}
          icon={<RotateCw size={16} aria-hidden />}
          onPress={() => {
            transfers.retry([id]);
          }}
        />
      );
    case "confirming":
    case "done":
      return <span className="size-control" />;
  }
}
