/** Durations as people say them: seconds below a minute, minutes below an hour, then hours. */
import { useTranslations } from "use-intl";

export function useDuration(): (seconds: number) => string {
  const t = useTranslations("transfers.duration");
  return (seconds) => {
    const minutes = Math.ceil(seconds / 60);
    const hours = Math.floor(minutes / 60);
    if (seconds < 60) return t("seconds", { n: Math.max(1, Math.ceil(seconds)) });
    if (minutes < 60) return t("minutes", { n: minutes });
    if (hours >= 24) return t("days", { n: Math.floor(hours / 24) });
    if (minutes % 60 === 0) return t("hours", { n: hours });
    return t("hoursMinutes", { hours, minutes: minutes % 60 });
  };
}
