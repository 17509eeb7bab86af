/** Sound and film in the browser's own player, which fetches what it plays. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { KindProps } from "./PreviewContent";

export function MediaPreview({ preview, name, onExpired }: KindProps) {
  const t = useTranslations("details.preview");
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  const { url, expiresAt, kind } = preview;
  if (failedUrl === url) return <p className="text-ink-soft">{t("unplayable")}</p>;
  const Player = kind === "audio" ? "audio" : "video";
  return (
    <Player
      // A new address begins anew.
      key={url}
      src={url}
      controls
      preload="metadata"
      aria-label={t("mediaOf", { name })}
      onError={() => {
        if (Date.now() > Date.parse(expiresAt)) onExpired();
        else setFailedUrl(url);
      }}
      className="max-h-96 w-full rounded-md"
    />
  );
}
