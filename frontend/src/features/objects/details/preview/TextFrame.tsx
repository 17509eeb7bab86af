/** What stands around every preview of text: loading, failure, the encoding, and how much of it this is. */
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/Button";
import { Skeleton } from "@/ui/Skeleton";
import { formatSize } from "@/ui/size";
import { textLimit } from "./preview";
import type { KindProps } from "./PreviewContent";
import { PreviewFailure } from "./PreviewFailure";
import { useText } from "./useText";

export interface TextFrameProps extends KindProps {
  readonly children: (text: string, isCut: boolean) => ReactNode;
}

export function TextFrame({ children, ...props }: TextFrameProps) {
  const t = useTranslations("details.preview");
  const { decoded, error, retry, readAs } = useText(props);
  if (error !== null) return <PreviewFailure {...props} error={error} onRetry={retry} />;
  if (decoded === undefined) return <Skeleton label={t("loading")} />;
  const { text, isCut, isDamaged, encoding } = decoded;
  const isKorean = encoding === "euc-kr";
  return (
    <>
      {(isDamaged || isKorean) && (
        <div className="flex flex-wrap items-center gap-2 text-xs text-ink-soft">
          {isDamaged && t("damaged", { encoding: encoding.toUpperCase() })}
          <Button
            onPress={() => {
              readAs(isKorean ? "utf-8" : "euc-kr");
            }}
          >
            {t("readAs", { encoding: isKorean ? "UTF-8" : "EUC-KR" })}
          </Button>
        </div>
      )}
      {children(text, isCut)}
      {isCut && (
        <p className="text-xs text-ink-soft">
          {t("cut", { size: formatSize(props.preview.size), limit: `${textLimit / 1024} KiB` })}
        </p>
      )}
    </>
  );
}
