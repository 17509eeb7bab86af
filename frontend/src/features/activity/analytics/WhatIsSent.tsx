/** What goes to whom, where a person decides about it. */
import { useTranslations } from "use-intl";

export function WhatIsSent() {
  const t = useTranslations("analytics");
  return (
    <p className="text-ink-soft">
      {t("sent")} {t("notSent")} {t("google")}
    </p>
  );
}
