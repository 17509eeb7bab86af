/** What the panel holds: the details in their states, for the newest version or a chosen one. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import { FailurePanel } from "@/locales/FailurePanel";
import { Button } from "@/ui/Button";
import { Skeleton } from "@/ui/Skeleton";
import { DetailsActions } from "./DetailsActions";
import { FileFacts } from "./FileFacts";
import { HeaderFacts } from "./HeaderFacts";
import type { ObjectDetails, ObjectPlace } from "./objectDetails";
import type { ObjectPanelProps } from "./ObjectPanel";
import { PreviewSection } from "./preview/PreviewSection";
import { StorageFacts } from "./StorageFacts";
import { TagSection } from "./TagSection";
import { useDetails } from "./useDetails";
import { VersionSection } from "./VersionSection";

export interface ObjectViewProps extends ObjectPanelProps {
  readonly isPreviewOpen: boolean;
  readonly onPreviewOpen: (isOpen: boolean) => void;
}

export function ObjectView(props: ObjectViewProps) {
  const { bucket, objectKey, requesterPays } = props;
  const t = useTranslations("details");
  const common = useTranslations("common");
  const [versionId, setVersionId] = useState<string | null>(null);
  const place = { bucket, key: objectKey, versionId, requesterPays };
  const details = useDetails(place);
  const newest = () => {
    setVersionId(null);
  };
  const body = () => {
    if (details.data !== undefined) {
      return (
        <LoadedView {...props} place={place} details={details.data} onVersion={setVersionId} />
      );
    }
    if (details.isPending) return <Skeleton rows={12} label={t("loading")} />;
    return (
      <div className="p-4">
        <FailurePanel
          error={details.error}
          actions={
            <>
              <Button onPress={() => void details.refetch()}>{common("retry")}</Button>
              {versionId !== null && <Button onPress={newest}>{t("showNewest")}</Button>}
            </>
          }
        />
      </div>
    );
  };
  return (
    <div
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain"
      aria-busy={details.isFetching}
    >
      {body()}
    </div>
  );
}

interface LoadedViewProps extends ObjectViewProps {
  readonly place: ObjectPlace;
  readonly details: ObjectDetails;
  readonly onVersion: (versionId: string | null) => void;
}

function LoadedView({ place, details, onVersion, ...props }: LoadedViewProps) {
  const shown = place.versionId ?? "newest";
  return (
    <div className="flex flex-col gap-5 p-4">
      <DetailsActions {...props} place={place} details={details} onVersion={onVersion} />
      <PreviewSection
        key={shown}
        place={place}
        details={details}
        corsHref={props.corsHref}
        isOpen={props.isPreviewOpen}
        onOpen={props.onPreviewOpen}
      />
      <FileFacts bucket={place.bucket} details={details} />
      <StorageFacts details={details} />
      <HeaderFacts details={details} />
      <TagSection tags={details.tags} />
      <VersionSection versions={details.versions} shownId={place.versionId} onVersion={onVersion} />
    </div>
  );
}
