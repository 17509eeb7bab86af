import { expect, test } from "vitest";
import { blockedBucket, hiddenBucket, openBucket, othersRule, ourRule } from "@/testing/cors";
import { changesOf } from "./ruleChanges";

const isNew = (diagnosis: ReturnType<typeof openBucket>) =>
  changesOf(diagnosis).map((change) => change.isNew);

test("the added rule is told from those that stay, wherever it stands", () => {
  expect(isNew(blockedBucket())).toEqual([false, true]);
  expect(isNew(blockedBucket({ repairedRules: [ourRule, othersRule] }))).toEqual([true, false]);
});

test("of equal rules only the one too many is new", () => {
  const rules = [othersRule, othersRule];
  expect(isNew(blockedBucket({ rules, repairedRules: [...rules, othersRule] }))).toEqual([
    false,
    false,
    true,
  ]);
});

test("without a repair nothing is new", () => {
  expect(isNew(openBucket())).toEqual([false, false]);
  expect(isNew(hiddenBucket())).toEqual([]);
});
