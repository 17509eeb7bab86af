/** Whether the bytes can be read, in words; null where there is nothing to say. */
import { useTranslations } from "use-intl";
import { exactMoment } from "@/ui/moment";
import type { ObjectDetails } from "./objectDetails";

export function useArchiveText(): (archive: ObjectDetails["archive"]) => string | null {
  const t = useTranslations("details.archive");
  return ({ status, restoredUntil }) => {
    if (status === "readable") return null;
    if (status === "restored" && restoredUntil !== null)
      return t("restoredUntil", { time: exactMoment(Date.parse(restoredUntil)) });
    return t(status);
  };
}
