/** Nothing is left over here; perhaps it is elsewhere in the bucket. */
import { PackageCheck } from "lucide-react";
import { useTranslations } from "use-intl";
import { Link } from "wouter";
import { EmptyState } from "@/ui/EmptyState";
import type { Place } from "./unfinished";

export interface NothingUnfinishedProps {
  readonly place: Place;
  readonly wholeHref: string;
}

export function NothingUnfinished({ place, wholeHref }: NothingUnfinishedProps) {
  const t = useTranslations("unfinished");
  const whole = (
    <Link href={wholeHref} className="text-accent-ink underline">
      {t("whole")}
    </Link>
  );
  return (
    <EmptyState
      icon={<PackageCheck size={32} aria-hidden />}
      title={t("empty")}
      {...(place.prefix !== "" && { action: whole })}
    >
      {t("emptyBody")}
    </EmptyState>
  );
}
