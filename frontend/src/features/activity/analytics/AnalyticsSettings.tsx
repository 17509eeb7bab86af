/** The choice about analytics, which can be changed at any time. */
import { useTranslations } from "use-intl";
import { Checkbox } from "@/ui/Checkbox";
import type { ConsentStore } from "./consent";
import { useConsent } from "./useConsent";
import { WhatIsSent } from "./WhatIsSent";

export function AnalyticsSettings({ consent }: { readonly consent: ConsentStore }) {
  const t = useTranslations("analytics");
  const isAgreed = useConsent(consent) === "agreed";
  return (
    <section aria-labelledby="settings-analytics" className="flex flex-col gap-2">
      <h2 id="settings-analytics" className="font-semibold">
        {t("title")}
      </h2>
      <WhatIsSent />
      <Checkbox
        label={t("toggle")}
        isSelected={isAgreed}
        onChange={(agrees) => {
          consent.set(agrees ? "agreed" : "declined");
        }}
      />
      <p role="status" className="text-xs text-ink-soft">
        {t(isAgreed ? "on" : "off")}
      </p>
    </section>
  );
}
