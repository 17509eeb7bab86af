/** Lies over the list during a drag and says where the files would go. */
import { Ban, Upload } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Drag } from "./useFileDrag";

export interface DropOverlayProps {
  readonly drag: Exclude<Drag, "nothing">;
  readonly path: string;
  /** Why nothing can be uploaded there; null when it may be tried. */
  readonly refusal: string | null;
}

export function DropOverlay({ drag, path, refusal }: DropOverlayProps) {
  const t = useTranslations("uploads");
  const isWelcome = drag === "files" && refusal === null;
  const Icon = isWelcome ? Upload : Ban;
  return (
    <div
      className={`pointer-events-none absolute inset-1 z-15 flex items-center justify-center rounded-lg border-2 border-dashed ${isWelcome ? "border-accent bg-selected/70" : "border-control-line bg-surface/90"}`}
    >
      <p className="flex max-w-[90%] items-center gap-2 rounded-md bg-overlay px-4 py-3 font-medium text-ink shadow-overlay">
        <Icon size={16} aria-hidden className="shrink-0" />
        {isWelcome ? t("dropHere", { path }) : (refusal ?? t("filesOnly"))}
      </p>
    </div>
  );
}
