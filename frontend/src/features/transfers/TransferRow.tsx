/** One transfer: its name, how far it is, how fast, and what a person can do with it. */
import { lazy, memo, Suspense } from "react";
import { useTranslations } from "use-intl";
import { lazyWithWords } from "@/locales/lazyWithWords";
import { formatSize } from "@/ui/size";
import { type CorsHrefOf, FailureNote } from "./FailureNote";
import { RowAction, type RowActionProps } from "./RowAction";
import { RowName } from "./RowName";
import { RowPace } from "./RowPace";
import { RowProgress } from "./RowProgress";
import { RowStatus } from "./RowStatus";
import { isUnverified } from "./verification";

const DownloadNote = lazy(async () => ({
  default: (await import("./downloads/DownloadNote")).DownloadNote,
}));
const UnverifiedNote = lazyWithWords(
  async () => (await import("./verifying/UnverifiedNote")).UnverifiedNote,
);

export interface TransferRowProps extends RowActionProps {
  /** Whether it ended as the row above did, which tells what that means. */
  readonly isRepeat: boolean;
  readonly corsHrefOf: CorsHrefOf;
}

export const TransferRow = memo(function TransferRow(props: TransferRowProps) {
  const { transfer, isRepeat } = props;
  const { size, movedBytes, status, failure, download } = transfer;
  const t = useTranslations("transfers");
  return (
    <div className={`px-3 py-1 ${status === "conflict" ? "bg-decision-wash" : ""}`}>
      <div className="grid min-h-8 grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-3 sm:grid-cols-[minmax(10rem,1fr)_minmax(6rem,9rem)_8.5rem_5rem_auto] xl:grid-cols-[minmax(10rem,1fr)_minmax(8rem,12rem)_9.5rem_12.5rem_5rem_auto]">
        <RowName transfer={transfer} />
        <RowProgress transfer={transfer} />
        <p className="hidden text-right text-xs text-ink-soft sm:block">
          {download?.found == null &&
            t("sentOf", { sent: formatSize(movedBytes), size: formatSize(size) })}
        </p>
        <RowPace transfer={transfer} />
        <RowStatus transfer={transfer} />
        <RowAction {...props} />
      </div>
      {failure !== null && status === "failed" && (
        <FailureNote
          failure={failure}
          objectKey={transfer.key}
          isRepeat={isRepeat}
          corsHref={props.corsHrefOf(transfer.bucket, transfer.prefix)}
        />
      )}
      {transfer.notified === false && (
        <p className="pb-1 pl-6 text-xs text-ink-soft">{t("notNotified")}</p>
      )}
      {download !== null && (
        // A boundary of its own: rows come into sight outside of any transition.
        <Suspense>
          <DownloadNote transfer={transfer} download={download} />
        </Suspense>
      )}
      {isUnverified(transfer) && !isRepeat && (
        <Suspense>
          <UnverifiedNote transfer={transfer} />
        </Suspense>
      )}
    </div>
  );
});
