/** A PDF page by page on a canvas: no scripts, no links, no forms of the file come to life. */
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/ui/IconButton";
import { Skeleton } from "@/ui/Skeleton";
import type { PdfDocument } from "./pdfDocument";
import { PdfPage } from "./PdfPage";
import { wholeLimit } from "./preview";
import type { KindProps } from "./PreviewContent";
import { PreviewFailure } from "./PreviewFailure";
import { useBytes } from "./useBytes";
import { usePdf } from "./usePdf";

export function PdfPreview(props: KindProps) {
  const t = useTranslations("details.preview");
  const { data, error, refetch } = useBytes(props, wholeLimit);
  const pdf = usePdf(data?.bytes);
  if (error !== null)
    return <PreviewFailure {...props} error={error} onRetry={() => void refetch()} />;
  if (pdf.kind === "failed")
    return <p className="text-ink-soft">{t(pdf.isLocked ? "lockedPdf" : "brokenPdf")}</p>;
  if (pdf.kind === "opening") return <Skeleton label={t("loading")} />;
  return <PdfPages document={pdf.document} name={props.name} />;
}

interface PdfPagesProps {
  readonly document: PdfDocument;
  readonly name: string;
}

function PdfPages({ document, name }: PdfPagesProps) {
  const t = useTranslations("details.preview");
  const [number, setNumber] = useState(1);
  const { numPages: count } = document;
  const step = (by: number) => {
    setNumber(Math.min(count, Math.max(1, number + by)));
  };
  return (
    <>
      <PdfPage document={document} number={number} label={t("pageOf", { name, number })} />
      {count > 1 && (
        <div className="flex items-center justify-center gap-2">
          <IconButton
            label={t("previousPage")}
            icon={<ChevronLeft size={16} aria-hidden />}
            onPress={() => {
              step(-1);
            }}
          />
          <span role="status">{t("page", { number, count })}</span>
          <IconButton
            label={t("nextPage")}
            icon={<ChevronRight size={16} aria-hidden />}
            onPress={() => {
              step(1);
            }}
          />
        </div>
      )}
    </>
  );
}
