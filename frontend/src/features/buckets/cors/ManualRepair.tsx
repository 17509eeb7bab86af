/** The repair for other hands: the rule as JSON, and a command with all rules. */
import { useTranslations } from "use-intl";
import type { CorsDiagnosis } from "@/transfer/adapters/examination";
import { CodeBlock } from "@/ui/CodeBlock";
import { existingIn } from "./ruleChanges";
import { putCommand, ruleJson } from "./ruleText";

export function ManualRepair({ diagnosis }: { readonly diagnosis: CorsDiagnosis }) {
  const t = useTranslations("corsPage");
  const common = useTranslations("common");
  const { suggestedRule, repairedRules } = diagnosis;
  const existing = existingIn(diagnosis);
  if (suggestedRule === null) return null;
  return (
    <section aria-labelledby="cors-manual" className="flex flex-col gap-3">
      <div>
        <h2 id="cors-manual" className="text-lg font-semibold">
          {t("manual")}
        </h2>
        <p className="text-ink-soft">{t("manualBody")}</p>
      </div>
      <CodeBlock
        title={t("ruleJson")}
        text={ruleJson(suggestedRule)}
        copyLabel={t("copyRule")}
        copiedLabel={common("copied")}
      />
      {repairedRules === null ? (
        <p className="text-ink-soft">{t("ruleOnly")}</p>
      ) : (
        <div>
          <CodeBlock
            title={t("command")}
            text={putCommand(diagnosis, repairedRules)}
            copyLabel={t("copyCommand")}
            copiedLabel={common("copied")}
          />
          <p className="mt-1 text-xs text-ink-soft">{t("commandBody", { existing })}</p>
        </div>
      )}
    </section>
  );
}
