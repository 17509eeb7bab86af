/** A look at the object, while this section is open: small ones at once, large ones when asked for. */
import { ChevronDown, ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/Button";
import { formatSize } from "@/ui/size";
import type { ObjectDetails, ObjectPlace } from "../objectDetails";
import { useArchiveText } from "../useArchiveText";
import { automaticLimit } from "./preview";
import { PreviewContent } from "./PreviewContent";

export interface PreviewSectionProps {
  readonly place: ObjectPlace;
  readonly details: ObjectDetails;
  readonly corsHref: string;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

export function PreviewSection(props: PreviewSectionProps) {
  const { isOpen, onOpen } = props;
  const t = useTranslations("details.preview");
  const id = useId();
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h3 id={id}>
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => {
            onOpen(!isOpen);
          }}
          className="-ml-1 flex min-h-8 items-center gap-1 rounded-sm pr-2 font-semibold hover:bg-hover pointer-coarse:min-h-11"
        >
          <Arrow size={16} aria-hidden />
          {t("title")}
        </button>
      </h3>
      {isOpen && <OpenPreview {...props} />}
    </section>
  );
}

function OpenPreview({ place, details, corsHref }: PreviewSectionProps) {
  const t = useTranslations("details.preview");
  const archive = useArchiveText()(details.archive);
  const { size } = details;
  const [isWanted, setWanted] = useState(size <= automaticLimit);
  const { status } = details.archive;
  if (status === "archived" || status === "restoring")
    return <p className="text-ink-soft">{archive}</p>;
  if (size === 0) return <p className="text-ink-soft">{t("empty")}</p>;
  if (isWanted) return <PreviewContent place={place} details={details} corsHref={corsHref} />;
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="text-ink-soft">
        {t("large", { size: formatSize(size), limit: formatSize(automaticLimit) })}
      </p>
      <Button
        onPress={() => {
          setWanted(true);
        }}
      >
        {t("load")}
      </Button>
    </div>
  );
}
