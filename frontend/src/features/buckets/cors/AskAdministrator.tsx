/** For who may not add the rule: what to send to someone who may. */
import { useTranslations } from "use-intl";
import type { CorsDiagnosis } from "@/transfer/adapters/examination";
import { CodeBlock } from "@/ui/CodeBlock";
import { existingIn } from "./ruleChanges";
import { putCommand, ruleJson } from "./ruleText";

export function AskAdministrator({ diagnosis }: { readonly diagnosis: CorsDiagnosis }) {
  const t = useTranslations("corsPage");
  const common = useTranslations("common");
  const { bucket, origin, suggestedRule, repairedRules } = diagnosis;
  if (suggestedRule === null) return null;
  const command = repairedRules === null ? [] : [putCommand(diagnosis, repairedRules)];
  const request = t("requestText", { bucket, origin, existing: existingIn(diagnosis) });
  const parts = [request, ruleJson(suggestedRule), ...command];
  return (
    <section aria-labelledby="cors-ask" className="flex flex-col gap-3">
      <div>
        <h2 id="cors-ask" className="text-lg font-semibold">
          {t("askTitle")}
        </h2>
        <p className="text-ink-soft">{t("askBody")}</p>
      </div>
      <CodeBlock
        title={t("request")}
        text={parts.join("\n\n")}
        copyLabel={t("copyRequest")}
        copiedLabel={common("copied")}
      />
    </section>
  );
}
