/** What could not be read, and the action that would have to be allowed for it. */
import { EyeOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/locales/useErrorText";
import { CopyButton } from "@/ui/CopyButton";
import type { UnreadableSource } from "./usePolicies";

export function UnreadableSources({ sources }: { readonly sources: readonly UnreadableSource[] }) {
  const t = useTranslations("permissionsPage");
  const common = useTranslations("common");
  if (sources.length === 0) return null;
  const actions = [...new Set(sources.map(({ action }) => action).filter((name) => name !== ""))];
  return (
    <section aria-label={t("unreadable")} className="flex flex-col gap-1">
      <div className="flex items-center gap-1">
        <h2 className="font-medium">{t("unreadable")}</h2>
        {actions.length > 0 && (
          <CopyButton
            text={actions.join("\n")}
            label={t("copyActions")}
            copiedLabel={common("copied")}
          />
        )}
      </div>
      {actions.length > 0 && <p className="text-xs text-ink-soft">{t("unreadableBody")}</p>}
      <ul className="divide-y divide-line rounded-md border border-line">
        {sources.map((source) => (
          <Row key={JSON.stringify(source)} source={source} />
        ))}
      </ul>
    </section>
  );
}

function Row({ source: { source, name, action, code } }: { readonly source: UnreadableSource }) {
  const t = useTranslations("permissionsPage");
  const describe = useErrorText();
  return (
    <li className="flex min-h-row items-center gap-3 px-3 py-1.5">
      <EyeOff size={16} aria-hidden className="shrink-0 text-ink-soft" />
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-4">
        <span>{t(`unreadableSources.${source}`, { name: name ?? "none" })}</span>
        <span className="text-xs text-ink-soft">
          {action !== "" && <code className="font-mono text-ink">{`${action} `}</code>}
          {code === "access_denied" ? t("lacked") : describe({ code, params: {} }).title}
        </span>
      </div>
    </li>
  );
}

/** Several places often lack the same thing: it is told once. */
export function withoutRepeats(sources: readonly UnreadableSource[]): readonly UnreadableSource[] {
  return [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()];
}
