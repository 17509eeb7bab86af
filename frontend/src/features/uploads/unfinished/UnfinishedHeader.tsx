/** Which place it is about, and what unfinished uploads are. */
import { ArrowLeft } from "lucide-react";
import type { Ref } from "react";
import { useTranslations } from "use-intl";
import { Link } from "wouter";
import { pathText } from "@/ui/pathText";
import type { Place } from "./unfinished";

export interface UnfinishedHeaderProps {
  readonly place: Place;
  readonly backHref: string;
  readonly headingRef: Ref<HTMLHeadingElement>;
}

export function UnfinishedHeader({ place, backHref, headingRef }: UnfinishedHeaderProps) {
  const t = useTranslations("unfinished");
  return (
    <header>
      <Link href={backHref} className="inline-flex items-center gap-1 text-accent-ink underline">
        <ArrowLeft size={16} aria-hidden />
        {t("back")}
      </Link>
      <h1 ref={headingRef} tabIndex={-1} className="mt-2 text-lg font-semibold outline-none">
        {t("title")}
      </h1>
      <p className="font-mono text-xs wrap-anywhere">{pathText(place)}</p>
      <p className="mt-1 text-ink-soft">{t("lead")}</p>
    </header>
  );
}
