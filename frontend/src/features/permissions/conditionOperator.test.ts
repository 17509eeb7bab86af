import { expect, test } from "vitest";
import { readOperator } from "./conditionOperator";

test.each([
  ["StringLike", "like"],
  ["NumericLessThanEquals", "lessOrEqual"],
  ["DateGreaterThan", "after"],
  ["NotIpAddress", "notInRange"],
  ["ArnNotEquals", "notLike"],
  ["SomethingNew", "other"],
])("%s compares by %s", (operator, relation) => {
  expect(readOperator(operator, ["x"])).toEqual({ relation, modifiers: [] });
});

test("what an operator says about several and missing values is read too", () => {
  expect(readOperator("ForAnyValue:StringEqualsIfExists", ["x"])).toEqual({
    relation: "equals",
    modifiers: ["ForAnyValue", "IfExists"],
  });
});

test.each([
  [["true"], "absent"],
  [["false"], "present"],
  [["true", "false"], "other"],
])("Null %j asks whether the key is %s", (values, relation) => {
  expect(readOperator("Null", values).relation).toBe(relation);
});
