import { expect, test } from "vitest";
import { decodeText, encodingOf } from "./decodeText";

const bytes = (...values: number[]) => new Uint8Array(values);

test("a byte order mark tells the encoding and is not part of the text", () => {
  const little = bytes(0xff, 0xfe, 0x00, 0xac);
  const big = bytes(0xfe, 0xff, 0xac, 0x00);
  const utf8 = bytes(0xef, 0xbb, 0xbf, 0xea, 0xb0, 0x80);
  for (const each of [little, big, utf8])
    expect(decodeText(each, encodingOf(each), false).text).toBe("가");
});

test("a character that the limit cuts through is left out and no damage", () => {
  const cut = new TextEncoder().encode("가나").subarray(0, 5);
  expect(decodeText(cut, "utf-8", true)).toEqual({ text: "가", isDamaged: false });
  expect(decodeText(cut, "utf-8", false).isDamaged).toBe(true);
});
