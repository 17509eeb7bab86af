/** What a bucket's CORS rules lack, in a few words, and the way to mend them. */
import { useTranslations } from "use-intl";
import { Link } from "wouter";
import type { CorsProblemCode, Failure } from "@/transfer/transfers";

const CODES = new Set<Failure["code"]>(["cors_blocked", "cors_etag_not_exposed", "network_failed"]);

/** Failures that the CORS doctor can look into. */
export function isAboutCors({ code }: Failure): boolean {
  return CODES.has(code);
}

export interface CorsHintProps {
  readonly failure: Failure;
  readonly href: string;
}

export function CorsHint({ failure, href }: CorsHintProps) {
  const t = useTranslations("cors");
  const { problems } = failure.params;
  const found = Array.isArray(problems) ? (problems as readonly CorsProblemCode[]) : [];
  // An API newer than this page may name what the page has no words for.
  const lacks = found.filter((code) => t.has(`short.${code}`)).map((code) => t(`short.${code}`));
  return (
    <p className="flex flex-wrap gap-x-2">
      {lacks.length > 0 && <span>{lacks.join(", ")}</span>}
      <Link href={href} className="rounded-sm font-medium text-accent-ink underline">
        {t(failure.code === "network_failed" ? "diagnose" : "link")}
      </Link>
    </p>
  );
}
