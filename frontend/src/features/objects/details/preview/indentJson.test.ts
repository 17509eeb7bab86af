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

test.each([
  ["deep as a file of nothing but brackets", "[".repeat(131_072) + "]".repeat(131_072)],
  ["deeper than 200 steps", "[".repeat(201) + "]".repeat(201)],
  ["long once it has its indents", nested(200, "1,".repeat(10_000) + "1")],
])("what is %s is not touched", (_, text) => {
  expect(indentJson(text)).toBeNull();
});

test("what is 200 steps deep is indented", () => {
  const text = nested(200, "1");
  expect(indentJson(text)).toBe(JSON.stringify(JSON.parse(text), null, 2));
});

function nested(depth: number, text: string): string {
  return "[".repeat(depth) + text + "]".repeat(depth);
}

test("what is no JSON is not touched", () => {
  expect(indentJson('{"a":1}\n{"a":2}')).toBeNull();
  expect(indentJson("")).toBeNull();
});
