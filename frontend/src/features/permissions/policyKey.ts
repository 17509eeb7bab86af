/** What tells one policy of an identity from another. */
import type { PolicyView } from "./usePolicies";
import type { StatementReference } from "./useReasonText";

export function policyKey({ origin, group, name, arn }: PolicyView): string {
  return JSON.stringify([origin, group, arn ?? name]);
}

/** Whether the statement stands in this policy. */
export function isPolicyOf(policy: PolicyView, statement: StatementReference): boolean {
  const { origin, group, name } = policy;
  return origin === statement.origin && group === statement.group && name === statement.policy;
}
