/** One transfer: its name, how far it is, how fast, and what a person can do with it. */
import { X } from "lucide-react";
import { memo } from "react";
import { useTranslations } from "use-intl";
import type { TransferView } from "@/transfer/transfers";
import { FileName } from "@/ui/FileName";
import { IconButton } from "@/ui/IconButton";
import { ProgressBar } from "@/ui/ProgressBar";
import { formatSize, formatSpeed } from "@/ui/size";
import { type CorsHrefOf, FailureNote } from "./FailureNote";
import { pathText } from "@/ui/pathText";
import { percentOf } from "./progress";
import { RowAction, type RowActionProps } from "./RowAction";
import { useDuration } from "./useDuration";

export interface TransferRowProps extends RowActionProps {
  /** Whether it failed as the row above did. */
  readonly isRepeat: boolean;
  readonly corsHrefOf: CorsHrefOf;
}

export const TransferRow = memo(function TransferRow(props: TransferRowProps) {
  const { transfer, isRepeat } = props;
  const { size, movedBytes, status, failure } = transfer;
  const name = nameOf(transfer);
  const t = useTranslations("transfers");
  return (
    <div className={`px-3 py-1 ${status === "conflict" ? "bg-decision-wash" : ""}`}>
      <div className="grid min-h-8 grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-3 sm:grid-cols-[minmax(0,1fr)_9rem_10rem_5rem_auto] lg:grid-cols-[minmax(0,1fr)_12rem_9.5rem_12.5rem_4.5rem_auto]">
        <div className="flex min-w-0" title={pathText(transfer)}>
          <FileName name={name} />
        </div>
        <div className="order-1 col-span-full sm:order-none sm:col-span-1">
          <ProgressBar
            label={t("progressOf", { name })}
            percent={percentOf(movedBytes, size, status === "done")}
            tone={tones[status]}
          />
        </div>
        <p className="hidden text-right text-xs text-ink-soft sm:block">
          {t("sentOf", { sent: formatSize(movedBytes), size: formatSize(size) })}
        </p>
        <Pace transfer={transfer} />
        <p
          className={`text-xs ${status === "conflict" ? "font-medium text-decision-ink" : "text-ink-soft"}`}
        >
          {t(`status.${failure?.code === "offline" ? "offline" : status}`)}
        </p>
        <RowAction {...props} />
      </div>
      {failure !== null && status === "failed" && (
        <div className="flex items-start gap-3">
          <FailureNote
            failure={failure}
            objectKey={transfer.key}
            isRepeat={isRepeat}
            corsHref={props.corsHrefOf(transfer.bucket, transfer.prefix)}
          />
          <IconButton
            label={t("cancelOne", { name })}
            icon={<X size={16} aria-hidden />}
            onPress={() => {
              props.transfers.cancel([transfer.id]);
            }}
          />
        </div>
      )}
      {transfer.notified === false && (
        <p className="pb-1 text-xs text-ink-soft">{t("notNotified")}</p>
      )}
    </div>
  );
});

/** "Keep both" gives the object another name than the file's. */
function nameOf({ name, key }: TransferView): string {
  return key === null ? name : key.slice(key.lastIndexOf("/") + 1);
}

const tones = {
  waiting: "quiet",
  listing: "accent",
  uploading: "accent",
  downloading: "accent",
  confirming: "accent",
  verifying: "accent",
  saving: "accent",
  paused: "quiet",
  conflict: "decision",
  done: "accent",
  failed: "quiet",
  cancelled: "quiet",
  skipped: "quiet",
} as const;

function Pace({ transfer }: { readonly transfer: TransferView }) {
  const t = useTranslations("transfers");
  const duration = useDuration();
  const { bytesPerSecond, remainingSeconds } = transfer;
  return (
    <p className="hidden gap-3 text-right text-xs text-ink-soft lg:flex">
      <span className="w-20 whitespace-nowrap">
        {bytesPerSecond !== null && formatSpeed(bytesPerSecond)}
      </span>
      <span className="flex-1 whitespace-nowrap">
        {remainingSeconds !== null && t("remaining", { time: duration(remainingSeconds) })}
      </span>
    </p>
  );
}
