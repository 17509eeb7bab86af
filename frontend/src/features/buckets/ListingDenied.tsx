/** Buckets may not be listed, which is common: says so and offers to open one by its name. */
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

export function ListingDenied({ children }: { readonly children: ReactNode }) {
  const t = useTranslations("buckets");
  return (
    <div role="status" className="flex flex-col gap-2 px-2 py-1">
      <p className="font-medium">{t("denied")}</p>
      <p className="text-xs text-ink-soft">{t("deniedBody")}</p>
      {children}
    </div>
  );
}
