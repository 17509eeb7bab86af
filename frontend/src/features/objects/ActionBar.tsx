/** What can be done here and with what is selected; at the foot of the page on a phone. */
import { Download, Trash2, Upload } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/Button";
import { GatedButton } from "@/ui/GatedButton";
import type { Gates } from "./gates";

export interface ActionBarProps {
  readonly gates: Gates;
  readonly onUpload: () => void;
  readonly onDownload: () => void;
  readonly onDelete: () => void;
  /** Why there is nothing to do it with, although it is allowed; null when there is. */
  readonly nothingSelected: string | null;
  /** What is selected, or what was done last; empty when there is nothing to say. */
  readonly status: string;
  /** Null when nothing is selected. */
  readonly onClear: (() => void) | null;
}

export function ActionBar(props: ActionBarProps) {
  const { gates, status, onClear } = props;
  const t = useTranslations("objects");
  return (
    <div className="flex flex-wrap items-center gap-2 border-line px-3 py-2 max-sm:order-last max-sm:border-t sm:border-b">
      <GatedButton
        variant="primary"
        icon={<Upload size={16} aria-hidden />}
        onPress={props.onUpload}
        disabledReason={gates.upload}
        disabledMore={gates.more}
      >
        {t("upload")}
      </GatedButton>
      <GatedButton
        icon={<Download size={16} aria-hidden />}
        onPress={props.onDownload}
        disabledReason={gates.download ?? props.nothingSelected}
        disabledMore={gates.download !== null && gates.more}
      >
        {t("download")}
      </GatedButton>
      <GatedButton
        icon={<Trash2 size={16} aria-hidden />}
        onPress={props.onDelete}
        disabledReason={gates.delete ?? props.nothingSelected}
        disabledMore={
          gates.delete !== null && (
            <>
              {gates.tryDeletion}
              {gates.more}
            </>
          )
        }
      >
        {t("delete")}
      </GatedButton>
      {/* On a phone a line of its own: beside the buttons it would get a few letters of width. */}
      <div className="flex min-w-0 flex-1 items-center gap-2 max-sm:order-first max-sm:-mr-3 max-sm:basis-full max-sm:has-[p:empty]:absolute">
        <p role="status" className="min-w-0 flex-1 text-xs text-ink-soft sm:text-right">
          {status}
        </p>
        {onClear !== null && (
          <Button variant="quiet" onPress={onClear}>
            {t("clearSelection")}
          </Button>
        )}
      </div>
    </div>
  );
}
