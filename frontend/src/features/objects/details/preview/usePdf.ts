/** Opens a PDF for as long as it is shown. */
import { useEffect, useState } from "react";
import { isPasswordNeeded, openPdf, type PdfDocument } from "./pdfDocument";

export type OpenedPdf =
  | { readonly kind: "opening" }
  | { readonly kind: "open"; readonly document: PdfDocument }
  | { readonly kind: "failed"; readonly isLocked: boolean };

export function usePdf(bytes: Uint8Array<ArrayBuffer> | undefined): OpenedPdf {
  const [pdf, setPdf] = useState<OpenedPdf>({ kind: "opening" });
  useEffect(() => {
    if (bytes === undefined) return;
    const opening = openPdf(bytes);
    opening.promise.then(
      (document) => {
        setPdf({ kind: "open", document });
      },
      (error: unknown) => {
        if (!opening.destroyed) setPdf({ kind: "failed", isLocked: isPasswordNeeded(error) });
      },
    );
    return () => void opening.destroy();
  }, [bytes]);
  return pdf;
}
