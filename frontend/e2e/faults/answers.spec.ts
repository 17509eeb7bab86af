import { content, PART, sha256 } from "./support/content";
import { expect, row } from "./support/matrix";
import { internalError, refusal, slowDown } from "./support/rules";

const big = content("big.bin", 8 * PART);
const done = "the upload is done";

row(
  "S3 answers 503 SlowDown to six requests in a row",
  { sees: done, asserts: "the object is the file; each part is sent again until it is there" },
  async ({ s3, person, place }) => {
    await s3.follow({ on: { operation: "UploadPart" }, fault: slowDown, times: 6 });
    await person.uploads(big);
    await person.sees(1, "done", 40_000);
    expect(await place.sha256(big.name)).toBe(sha256(big));
    const refused = (await s3.seen({ operation: "UploadPart" })).filter(({ rule }) => rule === 0);
    expect(refused).toHaveLength(6);
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
    expect(await s3.seen(on)).toHaveLength(3);
    expect([...(await s3.storedParts())].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  },
);

row(
  "S3 answers 200 with an error document to a part",
  { sees: done, asserts: "the object is the file; the part without an ETag is sent again" },
  async ({ s3, person, place }) => {
    const fault = { kind: "refuse", code: "InternalError", status: 200 } as const;
    await s3.follow({ on: { operation: "UploadPart", part: 2 }, fault, times: 1 });
    await person.uploads(big);
    await person.sees(1, "done");
    expect(await place.sha256(big.name)).toBe(sha256(big));
    expect(await s3.seen({ operation: "UploadPart", part: 2 })).toHaveLength(2);
  },
);

row(
  "S3 answers 200 with an error document to Complete, and has not done it",
  { sees: done, asserts: "the object is the file; Complete is asked again" },
  async ({ s3, person, place }) => {
    const fault = { kind: "refuse", code: "InternalError", status: 200 } as const;
    await s3.follow({ on: { operation: "CompleteMultipartUpload" }, fault, times: 1 });
    await person.uploads(big);
    await person.sees(1, "done");
    expect(await place.sha256(big.name)).toBe(sha256(big));
    expect(await place.keptParts()).toEqual({});
  },
);

row(
  "S3 refuses parts from the fourth on (403 AccessDenied)",
  {
    sees: "the upload has failed, and why; tried again with the permission back, it is done",
    asserts: "nothing is stored before; the object is the file; no parts are left",
  },
  async ({ s3, person, place }) => {
    await s3.follow({ on: { operation: "UploadPart" }, fault: refusal("AccessDenied"), nth: 4 });
    await person.uploads(big);
    await person.sees(1, "failed");
    expect(await place.names()).toEqual([]);
    await s3.follow();
    await person.presses(`${big.name} 다시 시도`);
    await person.sees(1, "done");
    expect(await place.sha256(big.name)).toBe(sha256(big));
    expect(await place.keptParts()).toEqual({});
  },
);
