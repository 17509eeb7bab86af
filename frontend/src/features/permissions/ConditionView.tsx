/** A condition as a sentence, with IAM's own operator beside it. */
import { useTranslations } from "use-intl";
import { readOperator } from "./conditionOperator";
import type { PolicyStatement } from "./usePolicies";

export interface ConditionViewProps {
  readonly condition: PolicyStatement["conditions"][number];
}

export function ConditionView({ condition }: ConditionViewProps) {
  const t = useTranslations("permissionsPage");
  const { operator, key, values } = condition;
  const { relation, modifiers } = readOperator(operator, values);
  return (
    <div>
      <p className="wrap-anywhere">
        {t(`conditions.${relation}`, { key, values: values.join(t("or")) })}{" "}
        <code className="font-mono text-xs text-ink-soft">{operator}</code>
      </p>
      {modifiers.map((modifier) => (
        <p key={modifier} className="text-xs text-ink-soft">
          {t(`modifiers.${modifier}`)}
        </p>
      ))}
    </div>
  );
}
