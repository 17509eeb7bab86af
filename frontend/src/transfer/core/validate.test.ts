/** What is refused before any byte moves. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allowsAll, isAllowed } from "./contentType";
import { refusal, utf8Length } from "./validate";

const limits = { multipartThreshold: 100, maxObjectSize: 1_000, maxKeyBytes: 1_024 };
const refuse = (name: string, size = 1, prefix = "") =>
  refusal({ id: "1", bucket: "b", prefix, name, size, lastModified: 0 }, limits);

describe("a name", () => {
  it.each([
    ["", "empty"],
    ["a/b", "slash"],
    [".", "dots"],
    ["..", "dots"],
    ["a\nb", "control"],
    ["\u007f", "control"],
    ["a\ud800b", "encoding"],
  ])("%j is refused as %s", (name, reason) => {
    expect(refuse(name)).toMatchObject({ code: "name_invalid", params: { reason } });
  });

  it.each(["보고서 2026.pdf", "a+b%20c.txt", "🙂.png", "...", ".hidden", "a..b"])(
    "%j is taken",
    (name) => {
      expect(refuse(name)).toBeNull();
    },
  );

  it("may make a key of 1,024 bytes, counted in UTF-8 with its prefix, and not one more", () => {
    expect(refuse("가".repeat(341), 1, "p")).toBeNull();
    expect(refuse("가".repeat(341), 1, "pp")).toMatchObject({
      code: "key_too_long",
      params: { bytes: 1_025, limit: 1_024 },
    });
  });

  it("has the length that UTF-8 gives it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });
});

it("a file over the configured size is refused, with the limit", () => {
  expect(refuse("a", 1_000)).toBeNull();
  expect(refuse("a", 1_001)).toMatchObject({
    code: "file_too_large",
    params: { size: 1_001, limit: 1_000 },
  });
});

describe("the allow-list of types", () => {
  it("takes exact types, wildcards, any case and parameters", () => {
    expect(isAllowed("text/plain; charset=utf-8", ["text/plain"])).toBe(true);
    expect(isAllowed("IMAGE/PNG", ["image/*"])).toBe(true);
    expect(isAllowed("anything/at-all", ["*/*"])).toBe(true);
    expect(isAllowed("application/pdf", ["image/*", "text/plain"])).toBe(false);
    expect(isAllowed("imagex/png", ["image/*"])).toBe(false);
  });

  it("says when it allows everything", () => {
    expect([allowsAll(["*/*"]), allowsAll(["image/*"])]).toEqual([true, false]);
  });
});
