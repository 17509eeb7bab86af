/** What Object Lock keeps, in words; null where nothing is locked. */
import { useTranslations } from "use-intl";
import { exactMoment } from "@/ui/moment";
import type { ObjectDetails } from "./objectDetails";

export function useLockText(): (lock: ObjectDetails["lock"]) => string | null {
  const t = useTranslations("details.locks");
  return (lock) => {
    if (lock === null) return null;
    const { mode, retainUntil, legalHold } = lock;
    const until = retainUntil !== null && exactMoment(Date.parse(retainUntil));
    const parts = [
      mode !== null && until !== false && t(mode, { time: until }),
      legalHold === true && t("hold"),
    ].filter((part) => part !== false);
    return parts.length === 0 ? null : parts.join(", ");
  };
}
