/** A picture from a blob whose type is the API's, never the object's own. */
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Skeleton } from "@/ui/Skeleton";
import { wholeLimit } from "./preview";
import type { KindProps } from "./PreviewContent";
import { PreviewFailure } from "./PreviewFailure";
import { useBytes } from "./useBytes";

export function ImagePreview(props: KindProps) {
  const t = useTranslations("details.preview");
  const { data, error, isPending, refetch } = useBytes(props, wholeLimit);
  const url = useBlobUrl(data?.bytes, props.preview.contentType);
  const [isBroken, setBroken] = useState(false);
  if (error !== null)
    return <PreviewFailure {...props} error={error} onRetry={() => void refetch()} />;
  if (isBroken) return <p className="text-ink-soft">{t("brokenImage")}</p>;
  if (isPending || url === null) return <Skeleton label={t("loading")} />;
  return (
    <img
      src={url}
      alt={t("imageOf", { name: props.name })}
      onError={() => {
        setBroken(true);
      }}
      className="max-h-96 max-w-full self-start rounded-md border border-line object-contain"
    />
  );
}

/** An address of the bytes for as long as they are shown. */
function useBlobUrl(bytes: Uint8Array<ArrayBuffer> | undefined, type: string): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (bytes === undefined) return;
    const made = URL.createObjectURL(new Blob([bytes], { type }));
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [bytes, type]);
  return url;
}
