/** One page, drawn as wide as its place, sharp on dense screens. */
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { drawPage, type PdfDocument } from "./pdfDocument";

export interface PdfPageProps {
  readonly document: PdfDocument;
  /** From 1. */
  readonly number: number;
  readonly label: string;
}

export function PdfPage({ document, number, label }: PdfPageProps) {
  const t = useTranslations("details.preview");
  const canvas = useRef<HTMLCanvasElement>(null);
  const [brokenPage, setBrokenPage] = useState<number | null>(null);
  useEffect(() => {
    if (canvas.current === null) return;
    const { done, cancel } = drawPage(document, number, canvas.current);
    done.catch(() => {
      setBrokenPage(number);
    });
    return cancel;
  }, [document, number]);
  return (
    <>
      {brokenPage === number && <p className="text-ink-soft">{t("brokenPage")}</p>}
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        className={`w-full rounded-md border border-line ${brokenPage === number ? "hidden" : ""}`}
      />
    </>
  );
}
