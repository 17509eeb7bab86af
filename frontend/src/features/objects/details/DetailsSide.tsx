/** The panel beside the list: the list stays in use. */
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useShortcuts } from "@/ui/useShortcuts";
import { DetailsHeader } from "./DetailsHeader";

export interface DetailsFrameProps {
  readonly name: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function DetailsSide({ name, onClose, children }: DetailsFrameProps) {
  const t = useTranslations("details");
  const title = useRef<HTMLHeadingElement>(null);
  // Who opened it from the list reads on here; a page that was opened with it keeps its own start.
  useEffect(() => {
    if (document.activeElement !== document.body) title.current?.focus();
  }, [name]);
  useShortcuts({ Escape: onClose });
  return (
    <aside
      aria-label={t("title")}
      // Before the list: the first Escape in here closes this, and leaves what is selected.
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
      className="flex w-100 shrink-0 flex-col border-l border-line bg-canvas"
    >
      <DetailsHeader
        name={name}
        onPress={onClose}
        heading={(shown) => (
          <h2 ref={title} tabIndex={-1} className="min-w-0 rounded-sm font-semibold">
            {shown}
          </h2>
        )}
      />
      {children}
    </aside>
  );
}
