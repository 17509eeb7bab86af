/** What the panel holds: the details in their states, for the newest version or a chosen one. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ApiError } from "@/api/ApiError";
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
  const [versionId, setVersionId] = useState<string | null>(null);
  const place = { bucket, key: objectKey, versionId, requesterPays };
  const details = useDetails(place);
  return (
    <div
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain"
      aria-busy={details.isFetching}
    >
      <Details {...props} place={place} query={details} onVersion={setVersionId} />
    </div>
  );
}

interface DetailsProps extends ObjectViewProps {
  readonly place: ObjectPlace;
  readonly query: ReturnType<typeof useDetails>;
  readonly onVersion: (versionId: string | null) => void;
}

function Details({ query, ...props }: DetailsProps) {
  const t = useTranslations("details");
  const common = useTranslations("common");
  const { data, error } = query;
  // What is gone shows as gone; any other refresh that fails keeps what was read before.
  const isGone = error instanceof ApiError && error.code === "not_found";
  if (data !== undefined && !isGone) return <LoadedView {...props} details={data} />;
  if (error === null) return <Skeleton rows={12} label={t("loading")} />;
  const newest = () => {
    props.onVersion(null);
  };
  const retry = <Button onPress={() => void query.refetch()}>{common("retry")}</Button>;
  const back = props.place.versionId !== null && (
    <Button onPress={newest}>{t("showNewest")}</Button>
  );
  return (
    <div className="p-4">
      <FailurePanel
        error={error}
        actions={
          <>
            {retry}
            {back}
          </>
        }
      />
    </div>
  );
}

interface LoadedViewProps extends Omit<DetailsProps, "query"> {
  readonly details: ObjectDetails;
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
