import { expect, test } from "vitest";
import { parentPrefix, pathSteps, stepBelow } from "./path";

test("a prefix has a step for each of its parts", () => {
  expect(pathSteps("2026/3분기/")).toEqual([
    { name: "2026", prefix: "2026/" },
    { name: "3분기", prefix: "2026/3분기/" },
  ]);
});

test("the root has no steps and nothing above it", () => {
  expect(pathSteps("")).toEqual([]);
  expect(parentPrefix("")).toBeNull();
});

test("above a first prefix lies the root", () => {
  expect(parentPrefix("inbox/")).toBe("");
  expect(parentPrefix("a/b/")).toBe("a/");
});

test("a prefix with an empty part keeps it, because S3 does", () => {
  expect(pathSteps("a//").map((step) => step.prefix)).toEqual(["a/", "a//"]);
  expect(parentPrefix("a//")).toBe("a/");
});

test("on the way up, the step that was left is known", () => {
  expect(stepBelow("", "a/b/c/")).toBe("a/");
  expect(stepBelow("a/", "a/b/c/")).toBe("a/b/");
  expect(stepBelow("a/b/", "a/")).toBeNull();
  expect(stepBelow("a/", "a/")).toBeNull();
});
