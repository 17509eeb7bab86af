/** The object by its kind. Nothing of it is ever markup: text is text, pictures are blobs of a fixed type. */
import { Suspense, lazy } from "react";
import { useTranslations } from "use-intl";
import { ErrorBoundary } from "@/ui/ErrorBoundary";
import { Skeleton } from "@/ui/Skeleton";
import { formatSize } from "@/ui/size";
import type { ObjectDetails, ObjectPlace } from "../objectDetails";
import { BrokenPreview } from "./BrokenPreview";
import { ImagePreview } from "./ImagePreview";
import { JsonPreview } from "./JsonPreview";
import { MediaPreview } from "./MediaPreview";
import { wholeLimit } from "./preview";
import { PreviewFailure } from "./PreviewFailure";
import { TextPreview } from "./TextPreview";
import type { ShownObject } from "./useBytes";
import { usePreview } from "./usePreview";

const PdfPreview = lazy(async () => ({ default: (await import("./PdfPreview")).PdfPreview }));
const TablePreview = lazy(async () => ({ default: (await import("./TablePreview")).TablePreview }));

export interface PreviewContentProps {
  readonly place: ObjectPlace;
  readonly details: ObjectDetails;
  readonly corsHref: string;
}

/** What each kind of preview gets. */
export interface KindProps extends ShownObject {
  readonly bucket: string;
  readonly name: string;
  readonly corsHref: string;
  /** Asks for a new address, when this one has expired. */
  readonly onExpired: () => void;
}

export function PreviewContent({ place, details, corsHref }: PreviewContentProps) {
  const t = useTranslations("details.preview");
  const { data, isPending, error, refetch } = usePreview(place, details.etag, true);
  const retry = () => void refetch();
  if (isPending) return <Skeleton label={t("loading")} />;
  if (error !== null) {
    return (
      <PreviewFailure error={error} onRetry={retry} bucket={place.bucket} corsHref={corsHref} />
    );
  }
  return (
    <ErrorBoundary fallback={BrokenPreview}>
      <Suspense fallback={<Skeleton label={t("loading")} />}>
        <Kind
          preview={data}
          encoding={details.contentEncoding}
          bucket={place.bucket}
          name={place.key}
          corsHref={corsHref}
          onExpired={retry}
        />
      </Suspense>
    </ErrorBoundary>
  );
}

const whole = new Set(["image", "pdf"]);

function Kind(props: KindProps) {
  const t = useTranslations("details.preview");
  const { kind, size } = props.preview;
  if (whole.has(kind) && size > wholeLimit) {
    const limit = formatSize(wholeLimit);
    return <p className="text-ink-soft">{t("tooLarge", { size: formatSize(size), limit })}</p>;
  }
  switch (kind) {
    case "image":
      return <ImagePreview {...props} />;
    case "text":
      return <TextPreview {...props} />;
    case "csv":
      return <TablePreview {...props} />;
    case "json":
      return <JsonPreview {...props} />;
    case "pdf":
      return <PdfPreview {...props} />;
    case "audio":
    case "video":
      return <MediaPreview {...props} />;
    case "none":
      return <p className="text-ink-soft">{t("noKind")}</p>;
  }
}
