/** Asks before one upload is aborted: what S3 has of it goes for good. */
import { useTranslations } from "use-intl";
import { AlertDialog } from "@/ui/AlertDialog";
import { Button } from "@/ui/Button";
import { formatSize } from "@/ui/size";
import { visibleName } from "@/ui/visibleName";
import type { Abortion } from "./abortion";
import { initiatorName, type Place, type UnfinishedUpload } from "./unfinished";
import type { Aborting } from "./useAbortion";

export interface AbortOneDialogProps {
  readonly place: Place;
  readonly upload: UnfinishedUpload;
  readonly aborting: Aborting;
  /** Null: it was called off. */
  readonly onClose: (ended: Abortion | null) => void;
}

export function AbortOneDialog({ place, upload, aborting, onClose }: AbortOneDialogProps) {
  const t = useTranslations("unfinished");
  const common = useTranslations("common");
  const isIdle = aborting.phase === "idle";
  const cancel = () => {
    onClose(null);
  };
  return (
    <AlertDialog
      isOpen
      {...(isIdle && { onOpenChange: cancel })}
      title={t("abortTitle")}
      actions={
        <>
          {isIdle && <Button onPress={cancel}>{common("cancel")}</Button>}
          <Button
            variant="danger"
            isPending={!isIdle}
            onPress={() => void aborting.start([upload]).then(onClose)}
          >
            {t("abort")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="font-mono text-xs wrap-anywhere">
          {visibleName(`${place.bucket}/${upload.key}`)}
        </p>
        <p>
          {upload.size !== null && `${t("goes", { size: formatSize(upload.size) })} `}
          {t("forGood")}
        </p>
        {!upload.isOwn && (
          <p>
            {upload.initiator === null
              ? t("initiatorUnknown")
              : t("initiatorOther", { name: initiatorName(upload.initiator) })}
          </p>
        )}
      </div>
    </AlertDialog>
  );
}
