/** A picture from a blob whose type is the API's, never the object's own. */
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Skeleton } from "@/ui/Skeleton";
import { wholeLimit } from "./preview";
import type { KindProps } from "./PreviewContent";
import { PreviewFailure } from "./PreviewFailure";
import { useBytes } from "./useBytes";

export function ImagePreview(props: KindProps) {
  const t = useTranslations("details.preview");
  const { data, error, refetch } = useBytes(props, wholeLimit);
  if (error !== null)
    return <PreviewFailure {...props} error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton label={t("loading")} />;
  return (
    <BlobImage
      bytes={data.bytes}
      type={props.preview.contentType}
      label={t("imageOf", { name: props.name })}
    />
  );
}

interface BlobImageProps {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly label: string;
}

function BlobImage({ bytes, type, label }: BlobImageProps) {
  const t = useTranslations("details.preview");
  const image = useRef<HTMLImageElement>(null);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([bytes], { type }));
    if (image.current !== null) image.current.src = url;
    return () => {
      URL.revokeObjectURL(url);
    };
  }, [bytes, type]);
  if (isBroken) return <p className="text-ink-soft">{t("brokenImage")}</p>;
  return (
    <img
      ref={image}
      alt={label}
      onError={() => {
        setBroken(true);
      }}
      className="max-h-96 max-w-full self-start rounded-md border border-line object-contain"
    />
  );
}
