/** Which of the files that were picked again no upload was waiting for. */
import { useTranslations } from "use-intl";
import { Notice } from "@/ui/Notice";
import { visibleName } from "@/ui/visibleName";

/** More names than that are counted. */
const named = 3;

export interface StrangersNoticeProps {
  /** Names of files. */
  readonly strangers: readonly string[];
  readonly onDismiss: () => void;
}

export function StrangersNotice({ strangers, onDismiss }: StrangersNoticeProps) {
  const t = useTranslations("pausing");
  const first = strangers.slice(0, named).map(visibleName).join(", ");
  const rest = strangers.length - named;
  const names = rest > 0 ? t("more", { names: first, count: rest }) : first;
  return (
    <Notice dismissLabel={t("dismiss")} onDismiss={onDismiss}>
      {t("strangers", { count: strangers.length, names })}
    </Notice>
  );
}
