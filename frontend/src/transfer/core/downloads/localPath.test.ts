import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { folded, localName, localPath, numbered } from "./localPath";

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

describe("a local name", () => {
  it.each([
    "보고서 최종.xlsx",
    "사진 (1).JPG",
    "a+b=c.txt",
    "100%.csv",
    "%41 is not A.txt",
    "🎉 party 🚀.png",
    "semi;colon & amp.html",
    "tilde~under_score-dash.tar.gz",
    ".hidden",
    "no-extension",
    "日本語のファイル.pdf",
    "naïve café.txt",
    "한글 자모 분리.txt".normalize("NFD"),
    "[brackets]{braces}.js",
    "$dollar@at!bang.sh",
    "console.log",
    "nullable.txt",
    "👨‍👩‍👧.png",
  ])("%s stays as it is", (name) => {
    expect(localName(name)).toBe(name);
  });

  it.each([
    ["question?mark#hash.md", "question_mark#hash.md"],
    ['it\'s quoted "so".json', "it's quoted _so_.json"],
    ["trailing.dots..", "trailing.dots__"],
    ["back\\slash.txt", "back_slash.txt"],
    ["a:b<c>d|e*f.txt", "a_b_c_d_e_f.txt"],
    ["line\nfeed\ttab\u0000nul", "line_feed_tab_nul"],
    ["end of name ", "end of name_"],
    [" begin", "_begin"],
    ["~draft.txt", "_draft.txt"],
    ["..two dots", "_.two dots"],
    ["evil\u202Etxt.exe", "evil_txt.exe"],
    ["", "_"],
    [".", "_"],
    ["..", "__"],
    ["CON", "CON_"],
    ["nul.txt", "nul_.txt"],
    ["Com1.tar.gz", "Com1_.tar.gz"],
    ["LPT9", "LPT9_"],
    ["desktop.ini", "desktop.ini_"],
    ["shortcut.lnk", "shortcut.lnk_"],
    ["half \uD83D pair", "half _ pair"],
  ])("%j becomes %j", (name, expected) => {
    expect(localName(name)).toBe(expected);
  });

  it("of Korean letters is cut before its extension, at a letter", () => {
    const name = localName(`${"가".repeat(100)}.txt`);
    expect(name).toBe(`${"가".repeat(81)}.txt`);
    expect(bytesOf(name)).toBeLessThanOrEqual(248);
  });

  it("of emoji is never cut within one", () => {
    const name = localName("🚀".repeat(80));
    expect(name).toBe("🚀".repeat(62));
  });

  it("with an extension that is longer than a name may be is cut all the same", () => {
    const name = localName(`a.${"나".repeat(120)}`);
    expect(bytesOf(name)).toBeLessThanOrEqual(248);
    expect(name.startsWith("a.나")).toBe(true);
  });

  it("is always one that file systems take, and stays itself the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (step) => {
        const name = localName(step);
        expect(bytesOf(name)).toBeLessThanOrEqual(248);
        expect(name).not.toMatch(/[<>:"|?*\\/\p{Cc}]|^[\s~]|^\.[.\s]|[.\s]$|^$/u);
        expect(localName(name)).toBe(name);
      }),
      { numRuns: 500 },
    );
  });

  it("gets its number before the extension, within the limit", () => {
    expect(numbered("a.txt", 1)).toBe("a (1).txt");
    expect(numbered(".hidden", 2)).toBe(".hidden (2)");
    const long = numbered(`${"가".repeat(83)}.txt`, 12);
    expect(long).toBe(`${"가".repeat(79)} (12).txt`);
    expect(bytesOf(long)).toBeLessThanOrEqual(248);
  });
});

describe("a local path", () => {
  it("is the key below what was selected", () => {
    expect(localPath("in/photos/a/b.jpg", "in/")).toEqual(["photos", "a", "b.jpg"]);
  });

  it("has a name for steps that have none", () => {
    expect(localPath("a//../b", "")).toEqual(["a", "_", "__", "b"]);
  });

  it("is nothing for the prefix itself", () => {
    expect(localPath("in/", "in/")).toBeNull();
  });

  it("is the same to some file systems by case and by how accents are written", () => {
    expect(folded(["Straße", "É.txt"])).toBe(folded(["straße", "é.txt".normalize("NFD")]));
  });
});
