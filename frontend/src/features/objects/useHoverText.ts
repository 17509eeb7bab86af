/** What a cell tells on hover, made when it is hovered: "3 days ago" is relative to now. */
import type { PointerEvent } from "react";
import { useLocale, useTranslations } from "use-intl";
import { relativeMoment } from "@/ui/moment";

/** For a parent of elements with `data-moment` (ms since 1970) or `data-bytes`. */
export function useHoverText(): (event: PointerEvent) => void {
  const t = useTranslations("objects");
  const locale = useLocale();
  return ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const { moment, bytes } = target.dataset;
    if (moment !== undefined) target.title = relativeMoment(Number(moment), Date.now(), locale);
    if (bytes !== undefined) target.title = t("exactBytes", { bytes: Number(bytes) });
  };
}
