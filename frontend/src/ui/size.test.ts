import { expect, test } from "vitest";
import { formatSize, formatSpeed } from "./size";

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1.0 KB"],
  [48_213, "48.2 KB"],
  [999_949, "999.9 KB"],
  [999_950, "1.0 MB"],
  [1_200_000_000, "1.2 GB"],
  [53_687_091_200_000, "53.7 TB"],
])("%i bytes are %s", (bytes, text) => {
  expect(formatSize(bytes)).toBe(text);
});

test("a speed has no broken bytes", () => {
  expect(formatSpeed(512.4)).toBe("512 B/s");
});
