/** pdf.js, set to draw and nothing else: no eval, no XFA forms, no scripts, no network of the file's own. */
import {
  AnnotationMode,
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentProxy,
  version,
} from "pdfjs-dist";
import workerUrl from "pdfjs-dist/build/pdf.worker.min.mjs?url";

export type PdfDocument = PDFDocumentProxy;

GlobalWorkerOptions.workerSrc = workerUrl;

/** Character maps, fonts and decoders that some files need; the build puts them there. */
const assets = import.meta.env.DEV ? "/node_modules/pdfjs-dist/" : `/assets/pdfjs-${version}/`;

export function openPdf(bytes: Uint8Array<ArrayBuffer>) {
  return getDocument({
    data: bytes.slice(), // the worker takes what it gets
    isEvalSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    cMapUrl: `${assets}cmaps/`,
    standardFontDataUrl: `${assets}standard_fonts/`,
    wasmUrl: `${assets}wasm/`,
    iccUrl: `${assets}iccs/`,
  });
}

export function isPasswordNeeded(error: unknown): boolean {
  return error instanceof Error && error.name === "PasswordException";
}

/** Device pixels per CSS pixel at most: beyond, a page costs memory that no eye sees. */
const densest = 2;

/** Draws a page into the canvas, as wide as it is on the screen. */
export function drawPage(document: PdfDocument, number: number, canvas: HTMLCanvasElement) {
  let isCancelled = false;
  let stop = () => {
    isCancelled = true;
  };
  const draw = async () => {
    const page = await document.getPage(number);
    if (isCancelled) return;
    const density = Math.min(densest, devicePixelRatio);
    const natural = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({
      scale: (canvas.clientWidth * density) / natural.width,
    });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    const task = page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE });
    stop = () => {
      isCancelled = true;
      task.cancel();
    };
    await task.promise;
  };
  const done = draw().catch((error: unknown) => {
    if (!isCancelled) throw error;
  });
  return {
    done,
    cancel: () => {
      stop();
    },
  };
}
