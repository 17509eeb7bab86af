/** The object itself: key, address, size, moment, type. */
import { useTranslations } from "use-intl";
import { formatSize } from "@/ui/size";
import { exactMoment } from "@/ui/moment";
import { CopyableFact, Fact, FactList } from "./FactList";
import type { ObjectDetails } from "./objectDetails";

export interface FileFactsProps {
  readonly bucket: string;
  readonly details: ObjectDetails;
}

export function FileFacts({ bucket, details }: FileFactsProps) {
  const t = useTranslations("details");
  const { key, size } = details;
  return (
    <FactList title={t("file")}>
      <CopyableFact name={t("key")} value={key} />
      <CopyableFact name={t("uri")} value={`s3://${bucket}/${key}`} />
      <Fact name={t("size")}>
        {size < 1000 ? "" : `${formatSize(size)} · `}
        {t("bytes", { bytes: size })}
      </Fact>
      <Fact name={t("modified")}>{exactMoment(Date.parse(details.lastModified))}</Fact>
      <Fact name={t("type")}>{details.contentType ?? t("none")}</Fact>
    </FactList>
  );
}
