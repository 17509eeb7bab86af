/** How far a transfer is: its bar, or how many files were found while nobody knows how many there are. */
import { useTranslations } from "use-intl";
import type { TransferView } from "@/transfer/transfers";
import { ProgressBar, type ProgressBarProps } from "@/ui/ProgressBar";
import { percentOf } from "./progress";

export function RowProgress({ transfer }: { readonly transfer: TransferView }) {
  const t = useTranslations();
  const { name, status, movedBytes, size, download } = transfer;
  const found = download?.found ?? null;
  return (
    <div className="order-1 col-span-full sm:order-none sm:col-span-1">
      {found === null ? (
        <ProgressBar
          label={t("transfers.progressOf", { name })}
          percent={percentOf(movedBytes, size, status === "done")}
          tone={tones[status] ?? "quiet"}
        />
      ) : (
        <p className="text-xs text-ink-soft sm:text-right">
          {t("downloads.found", { count: found })}
        </p>
      )}
    </div>
  );
}

const tones: Partial<Record<TransferView["status"], ProgressBarProps["tone"]>> = {
  uploading: "accent",
  downloading: "accent",
  confirming: "accent",
  verifying: "accent",
  saving: "accent",
  conflict: "decision",
  done: "accent",
};
