/** The bucket's rules in the order in which S3 reads them, as they are and as a repair leaves them. */
import { useTranslations } from "use-intl";
import type { CorsDiagnosis } from "@/transfer/adapters/examination";
import { RuleCard } from "./RuleCard";
import { changesOf } from "./ruleChanges";

export function RuleList({ diagnosis }: { readonly diagnosis: CorsDiagnosis }) {
  const t = useTranslations("corsPage");
  const changes = changesOf(diagnosis);
  const before = diagnosis.rules?.length ?? 0;
  const isRepair = changes.some(({ isNew }) => isNew);
  const summary = isRepair
    ? t("rulesAfter", { before, after: changes.length })
    : t("rulesNow", { count: before });
  return (
    <section aria-labelledby="cors-rules" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 id="cors-rules" className="text-lg font-semibold">
          {t("rules")}
        </h2>
        <p className="text-ink-soft">{summary}</p>
      </div>
      <ol className="flex flex-col gap-2">
        {changes.map((change, index) => (
          <li key={index}>
            <RuleCard {...change} />
          </li>
        ))}
      </ol>
    </section>
  );
}
