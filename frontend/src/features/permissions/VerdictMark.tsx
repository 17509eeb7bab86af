/** Allowed, denied or unknown: told apart by icon, word and weight, not by colour alone. */
import { Ban, Check, CircleQuestionMark } from "lucide-react";
import { useTranslations } from "use-intl";
import type { ActionPermission } from "./useEffective";

const looks = {
  allowed: { Icon: Check, icon: "text-accent-ink", word: "text-ink" },
  denied: { Icon: Ban, icon: "text-ink", word: "font-semibold text-ink" },
  unknown: { Icon: CircleQuestionMark, icon: "text-ink-soft", word: "text-ink-soft" },
} as const;

export function VerdictMark({ verdict }: Pick<ActionPermission, "verdict">) {
  const t = useTranslations("permissionsPage.verdicts");
  const { Icon, icon, word } = looks[verdict];
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap ${word}`}>
      <Icon size={16} aria-hidden className={`shrink-0 ${icon}`} />
      {t(verdict)}
    </span>
  );
}
