/** When S3 ends unfinished uploads by itself, or the rule that would make it. */
import { useTranslations } from "use-intl";
import { CodeBlock } from "@/ui/CodeBlock";
import { getCommand, putCommand, ruleJson, suggestedDays } from "./lifecycleRule";
import type { PartsLifetime } from "./unfinished";

export interface LifetimeProps {
  readonly bucket: string;
  readonly lifetime: PartsLifetime;
}

export function Lifetime({ bucket, lifetime }: LifetimeProps) {
  const t = useTranslations("unfinished");
  return (
    <section aria-labelledby="unfinished-lifetime" className="flex flex-col gap-3">
      <div>
        <h2 id="unfinished-lifetime" className="text-lg font-semibold">
          {t("lifetime")}
        </h2>
        <p className="text-ink-soft">
          {t(`lifetimes.${lifetime.kind}`, { days: lifetime.days ?? suggestedDays })}
        </p>
      </div>
      {lifetime.kind !== "rule" && <Suggestion bucket={bucket} />}
    </section>
  );
}

function Suggestion({ bucket }: { readonly bucket: string }) {
  const t = useTranslations("unfinished");
  const copiedLabel = useTranslations("common")("copied");
  return (
    <>
      <CodeBlock
        title={t("rule")}
        text={ruleJson}
        copyLabel={t("copyRule")}
        copiedLabel={copiedLabel}
      />
      <div>
        <CodeBlock
          title={t("command")}
          text={putCommand(bucket)}
          copyLabel={t("copyCommand")}
          copiedLabel={copiedLabel}
        />
        <p className="mt-1 text-xs text-ink-soft">{t("commandBody")}</p>
      </div>
      <CodeBlock
        title={t("lookCommand")}
        text={getCommand(bucket)}
        copyLabel={t("copyLookCommand")}
        copiedLabel={copiedLabel}
      />
    </>
  );
}
