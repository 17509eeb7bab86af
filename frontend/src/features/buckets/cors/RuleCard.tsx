/** One CORS rule in words, with a mark if the repair adds it. */
import { Plus } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { RuleChange } from "./ruleChanges";

export function RuleCard({ rule, isNew }: RuleChange) {
  const t = useTranslations("corsPage");
  const looks = isNew ? "border-accent bg-selected" : "border-line";
  return (
    <div className={`rounded-md border p-3 ${looks}`}>
      <p className="flex items-center gap-2">
        <span className={rule.id === null ? "text-ink-soft" : "font-mono text-xs"}>
          {rule.id ?? t("untitled")}
        </span>
        {isNew && (
          <span className="ml-auto flex shrink-0 items-center gap-1 font-medium text-accent-ink">
            <Plus size={16} aria-hidden />
            {t("added")}
          </span>
        )}
      </p>
      <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-xs">
        <Element name={t("origins")} values={rule.allowedOrigins} />
        <Element name={t("methods")} values={rule.allowedMethods} />
        <Element name={t("headers")} values={rule.allowedHeaders} />
        <Element name={t("exposed")} values={rule.exposeHeaders} />
        {rule.maxAgeSeconds !== null && (
          <Term name={t("maxAge")}>{t("seconds", { count: rule.maxAgeSeconds })}</Term>
        )}
      </dl>
    </div>
  );
}

function Element({ name, values }: { readonly name: string; readonly values: readonly string[] }) {
  const t = useTranslations("corsPage");
  const last = values.length - 1;
  return (
    <Term name={name}>
      {values.length === 0 && t("none")}
      {/* Lines break between values, and inside only one that is longer than a line. */}
      {values.map((value, index) => (
        <Fragment key={index}>
          <span className="inline-block max-w-full font-mono wrap-anywhere">
            {index < last ? `${value},` : value}
          </span>{" "}
        </Fragment>
      ))}
    </Term>
  );
}

function Term({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-soft">{name}</dt>
      <dd className="select-text">{children}</dd>
    </>
  );
}
