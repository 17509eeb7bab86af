/** Why an action is allowed, denied or unknown, as a full sentence in the person's language. */
import { useTranslations } from "use-intl";
import type { components } from "@/api/schema.gen";
import type { ActionPermission } from "./useEffective";

export type StatementReference = components["schemas"]["StatementReference"];

export function useReasonText(): (permission: ActionPermission) => string {
  const t = useTranslations("permissions");
  const nameOf = useStatementName();
  return (permission) => {
    const { action, verdict, reasonCode, statement, conditionKeys, missing } = permission;
    const sentence = t(`reasons.${reasonCode}`, {
      action,
      statement: statement ? nameOf(statement) : t("statement.unnamed"),
      keys: conditionKeys.join(", ") || "?",
      missing: missing.join(", ") || "?",
    });
    if (verdict !== "allowed" || missing.length === 0) return sentence;
    return `${sentence} ${t("mayStillRefuse", { missing: missing.join(", ") })}`;
  };
}

/** A statement's name within a sentence: its Sid, or its number where it has none. */
export function useStatementName(): (statement: StatementReference) => string {
  const t = useTranslations("permissions");
  return ({ policy, origin, group, number, sid }) => {
    const own = sid === null ? t("statement.number", { number }) : t("statement.sid", { sid });
    return t(`statement.from.${origin}`, { policy, group: group ?? "?", own });
  };
}
