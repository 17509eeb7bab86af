/** What a repair changes, rule by rule. */
import type { CorsDiagnosis } from "@/transfer/adapters/examination";

export type CorsRule = NonNullable<CorsDiagnosis["rules"]>[number];

export interface RuleChange {
  readonly rule: CorsRule;
  readonly isNew: boolean;
}

/** The rules as they are to be: the existing ones in their order, and what is new among them. */
export function changesOf({ rules, repairedRules }: CorsDiagnosis): readonly RuleChange[] {
  const left = (rules ?? []).map(asText);
  return (repairedRules ?? rules ?? []).map((rule) => {
    const isNew = left[0] !== asText(rule);
    if (!isNew) left.shift();
    return { rule, isNew };
  });
}

/** Whether words may speak of existing rules: also where they cannot be read, as there may be some. */
export function existingIn({ rules }: Pick<CorsDiagnosis, "rules">): "none" | "other" {
  return rules?.length === 0 ? "none" : "other";
}

function asText(rule: CorsRule): string {
  return JSON.stringify(rule);
}
