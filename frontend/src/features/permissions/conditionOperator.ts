/** The operators of IAM's conditions, taken apart: what is compared how, and for which values. */

const relations = {
  StringEquals: "equals",
  StringNotEquals: "notEquals",
  StringEqualsIgnoreCase: "equalsIgnoreCase",
  StringNotEqualsIgnoreCase: "notEqualsIgnoreCase",
  StringLike: "like",
  StringNotLike: "notLike",
  NumericEquals: "equals",
  NumericNotEquals: "notEquals",
  NumericLessThan: "less",
  NumericLessThanEquals: "lessOrEqual",
  NumericGreaterThan: "greater",
  NumericGreaterThanEquals: "greaterOrEqual",
  DateEquals: "equals",
  DateNotEquals: "notEquals",
  DateLessThan: "before",
  DateLessThanEquals: "notAfter",
  DateGreaterThan: "after",
  DateGreaterThanEquals: "notBefore",
  Bool: "equals",
  BinaryEquals: "equals",
  IpAddress: "inRange",
  NotIpAddress: "notInRange",
  ArnEquals: "like", // IAM takes wildcards in both
  ArnLike: "like",
  ArnNotEquals: "notLike",
  ArnNotLike: "notLike",
} as const;

export type Relation = (typeof relations)[keyof typeof relations] | "absent" | "present" | "other";
export type Modifier = "IfExists" | "ForAnyValue" | "ForAllValues";

export interface ReadOperator {
  readonly relation: Relation;
  readonly modifiers: readonly Modifier[];
}

export function readOperator(operator: string, values: readonly string[]): ReadOperator {
  const parts = /^(?:(ForAnyValue|ForAllValues):)?(.*?)(IfExists)?$/.exec(operator);
  const [, set, base = "", ifExists] = parts ?? [];
  const modifiers = [set, ifExists].filter((part) => part !== undefined) as Modifier[];
  return { relation: base === "Null" ? presence(values) : relationOf(base), modifiers };
}

function relationOf(base: string): Relation {
  return base in relations ? relations[base as keyof typeof relations] : "other";
}

function presence(values: readonly string[]): Relation {
  const [value] = values;
  if (values.length !== 1 || value === undefined) return "other";
  return value.toLowerCase() === "true" ? "absent" : "present";
}
