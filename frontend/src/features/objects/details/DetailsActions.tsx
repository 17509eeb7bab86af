/** What can be done with the object: into the folder, or to somebody else by a link. */
import { Link as LinkIcon, Download } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/Button";
import { GatedButton } from "@/ui/GatedButton";
import { exactMoment } from "@/ui/moment";
import type { ObjectDetails, ObjectPlace } from "./objectDetails";
import type { ObjectPanelProps } from "./ObjectPanel";
import { ShareDialog } from "./share/ShareDialog";
import { useArchiveText } from "./useArchiveText";

export interface DetailsActionsProps extends Pick<
  ObjectPanelProps,
  "downloadRefusal" | "onDownload"
> {
  readonly place: ObjectPlace;
  readonly details: ObjectDetails;
  readonly onVersion: (versionId: string | null) => void;
}

export function DetailsActions(props: DetailsActionsProps) {
  const { place, details, onDownload } = props;
  const t = useTranslations("details");
  const archiveText = useArchiveText();
  const { status } = details.archive;
  const isReadable = status === "readable" || status === "restored";
  const unreadable = isReadable ? null : archiveText(details.archive);
  const [isSharing, setSharing] = useState(false);
  const [isStarted, setStarted] = useState(false);
  return (
    <div className="flex flex-col gap-2">
      {place.versionId !== null && <OldVersion {...props} />}
      <div className="flex flex-wrap gap-2">
        <GatedButton
          icon={<Download size={16} aria-hidden />}
          onPress={() => void onDownload(details).then(setStarted)}
          disabledReason={
            place.versionId === null
              ? (props.downloadRefusal ?? unreadable)
              : t("downloadsNewestOnly")
          }
        >
          {t("download")}
        </GatedButton>
        <GatedButton
          icon={<LinkIcon size={16} aria-hidden />}
          onPress={() => {
            setSharing(true);
          }}
          disabledReason={unreadable}
        >
          {t("share.open")}
        </GatedButton>
      </div>
      {/* Over the list, the panel hides the transfers. */}
      <p role="status" className="text-xs text-ink-soft empty:hidden">
        {isStarted && t("downloadStarted")}
      </p>
      {isSharing && (
        <ShareDialog
          place={place}
          limit={details.share}
          onClose={() => {
            setSharing(false);
          }}
        />
      )}
    </div>
  );
}

/** Says that everything below is about a version chosen from the list, and leads back. */
function OldVersion({ details, onVersion }: DetailsActionsProps) {
  const t = useTranslations("details");
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 rounded-md border border-line bg-surface p-2 pl-3">
      <p role="status">
        {t("shownVersion", { time: exactMoment(Date.parse(details.lastModified)) })}
      </p>
      <Button
        onPress={() => {
          onVersion(null);
        }}
      >
        {t("showNewest")}
      </Button>
    </div>
  );
}
