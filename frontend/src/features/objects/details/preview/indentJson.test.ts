import fc from "fast-check";
import { expect, test } from "vitest";
import { indentJson } from "./indentJson";

test("it is what JSON.stringify writes with two spaces, for any value", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      expect(indentJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
    }),
  );
});

test("numbers, escapes and the order of keys stay as they were written", () => {
  const text = '{"2":1e3,"1":12345678901234567890,"a\\"{":"\\u003c,"}';
  expect(indentJson(text)).toBe(
    '{\n  "2": 1e3,\n  "1": 12345678901234567890,\n  "a\\"{": "\\u003c,"\n}',
  );
});

test("what is no JSON is not touched", () => {
  expect(indentJson('{"a":1}\n{"a":2}')).toBeNull();
  expect(indentJson("")).toBeNull();
});
