/** Says once that the browser cannot remember the uploads, so that a reload would lose them. */
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Notice } from "@/ui/Notice";

export function ForgetfulNotice() {
  const t = useTranslations("pausing");
  const [isDismissed, setDismissed] = useState(false);
  if (isDismissed) return null;
  return (
    <Notice
      dismissLabel={t("dismiss")}
      onDismiss={() => {
        setDismissed(true);
      }}
    >
      {t("forgetful")}
    </Notice>
  );
}
