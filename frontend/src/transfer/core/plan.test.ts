/** Which bytes each piece of a file carries. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { type MultipartPlan, pieceRange, type PutPlan, usable } from "./plan";

const request = { url: "https://s3.test/", headers: {}, expiresAt: 100_000 };
const put: PutPlan = { kind: "put", key: "k", nonce: "n", request };

it("a PUT carries the whole file", () => {
  expect(pieceRange(put, 1, 5)).toEqual({ from: 0, to: 5 });
  expect(pieceRange(put, 1, 0)).toEqual({ from: 0, to: 0 });
});

it("parts cover every byte once, in order, none of them empty", () => {
  const sizes = fc.tuple(fc.integer({ min: 1, max: 50_000 }), fc.integer({ min: 1, max: 5_000 }));
  fc.assert(
    fc.property(sizes, ([size, partSize]) => {
      const partCount = Math.ceil(size / partSize);
      const shared = { key: "k", nonce: "n", uploadId: "u", etagIsMd5: true };
      const plan: MultipartPlan = { kind: "multipart", ...shared, partSize, partCount };
      let end = 0;
      for (let part = 1; part <= partCount; part += 1) {
        const { from, to } = pieceRange(plan, part, size);
        expect(from).toBe(end);
        expect(to).toBeGreaterThan(from);
        end = to;
      }
      expect(end).toBe(size);
    }),
    { numRuns: 50 },
  );
});

it("a URL is not used in its last ten seconds", () => {
  expect(usable(request, 89_000)).toBe(true);
  expect(usable(request, 90_000)).toBe(false);
});
