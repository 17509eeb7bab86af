/** Which of the files that were picked again were not used, and why. */
import { useTranslations } from "use-intl";
import { Notice } from "@/ui/Notice";
import { visibleName } from "@/ui/visibleName";

/** More names than that are counted. */
const shown = 3;

export interface UnusedNoticeProps {
  /** No upload was waiting for them, or several were. */
  readonly why: "strangers" | "ambiguous";
  /** Of files. */
  readonly names: readonly string[];
  readonly onDismiss: () => void;
}

export function UnusedNotice({ why, names, onDismiss }: UnusedNoticeProps) {
  const t = useTranslations("pausing");
  const first = names.slice(0, shown).map(visibleName).join(", ");
  const rest = names.length - shown;
  const told = rest > 0 ? t("more", { names: first, count: rest }) : first;
  return (
    <Notice dismissLabel={t("dismiss")} onDismiss={onDismiss}>
      {t(why, { count: names.length, names: told })}
    </Notice>
  );
}
