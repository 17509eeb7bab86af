import { expect, test } from "vitest";
import { visibleName } from "./visibleName";

test("control characters in a name can be seen", () => {
  expect(visibleName("a\nb\u007f")).toBe("a␊b␡");
});
