import { content, PART, sha256 } from "./support/content";
import { expect, row } from "./support/matrix";
import { internalError, slowDown } from "./support/rules";

const big = content("big.bin", 8 * PART);
const done = "1 done, verified";

row(
  "S3 answers 503 SlowDown to ten requests in a row",
  { sees: done, asserts: "the object is the file; each part is sent again until it is there" },
  async ({ s3, person, place }) => {
    await s3.follow({ on: { operation: "UploadPart" }, fault: slowDown, times: 10 });
    await person.uploads(big);
    await person.sees(1, "done", 60_000);
    expect(await place.sha256(big.name)).toBe(sha256(big));
    const refused = (await s3.seen({ operation: "UploadPart" })).filter(({ rule }) => rule === 0);
    expect(refused).toHaveLength(10);
    expect(await place.keptParts()).toEqual({});
  },
);

row(
  "S3 answers 500 InternalError to a part",
  { sees: done, asserts: "the object is the file; the other parts are sent once" },
  async ({ s3, person, place }) => {
    const on = { operation: "UploadPart", part: 3 } as const;
    await s3.follow({ on, fault: internalError, times: 2 });
    await person.uploads(big);
    await person.sees(1, "done");
    expect(await place.sha256(big.name)).toBe(sha256(big));
    const parts = (await s3.seen({ operation: "UploadPart" })).map(({ part }) => part);
    expect(parts.sort()).toEqual([1, 2, 3, 3, 3, 4, 5, 6, 7, 8]);
  },
);
