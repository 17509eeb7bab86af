/** Which policies and statements a search finds. */
import type { PolicyStatement, PolicyView } from "./usePolicies";

export interface PolicyFilter {
  /** Any part of a name, ARN, group, Sid, action, resource or condition; case does not matter. */
  readonly text: string;
  readonly onlyS3: boolean;
}

export interface FoundPolicy {
  readonly policy: PolicyView;
  /** Numbers of the statements that the text is in; empty when there is no text. */
  readonly statements: ReadonlySet<number>;
}

export function searchPolicies(
  policies: readonly PolicyView[],
  { text, onlyS3 }: PolicyFilter,
): readonly FoundPolicy[] {
  const wanted = text.trim().toLowerCase();
  return policies
    .filter(({ mentionsS3 }) => mentionsS3 || !onlyS3)
    .map((policy) => ({ policy, statements: matching(policy, wanted) }))
    .filter(({ policy, statements }) => statements.size > 0 || has(wordsOf(policy), wanted));
}

function matching({ statements }: PolicyView, wanted: string): ReadonlySet<number> {
  if (wanted === "") return new Set();
  const found = statements.filter((statement) => has(wordsOfStatement(statement), wanted));
  return new Set(found.map(({ number }) => number));
}

function has(words: readonly (string | null)[], wanted: string): boolean {
  return words.some((word) => word?.toLowerCase().includes(wanted));
}

function wordsOf({ name, arn, group }: PolicyView): readonly (string | null)[] {
  return [name, arn, group];
}

function wordsOfStatement(statement: PolicyStatement): readonly (string | null)[] {
  const { sid, actions, notActions, resources, notResources, conditions } = statement;
  const tests = conditions.flatMap(({ operator, key, values }) => [operator, key, ...values]);
  return [sid, ...actions, ...notActions, ...resources, ...notResources, ...tests];
}
