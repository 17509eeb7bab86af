import { bigFile, sha256 } from "../support/files";
import { PART } from "./support/content";
import { expect, row, test } from "./support/matrix";

const COUNT = 1_012;
const STORED = 1_003;

row(
  "A reload after more than 1,000 parts, which S3 lists on two pages",
  {
    sees: "the upload goes on by itself and is done",
    asserts: `the object is the file; of ${COUNT} parts only those are sent that S3 did not have`,
  },
  async ({ page, s3, person, place }) => {
    test.setTimeout(180_000);
    const path = await bigFile(test.info().outputPath("huge.bin"), COUNT * PART - 1);
    await s3.follow({
      on: { operation: "UploadPart" },
      fault: { kind: "stall" },
      nth: STORED + 1,
    });
    await person.uploadsFromDisk(path);
    await expect.poll(() => s3.storedParts(), { timeout: 90_000 }).toHaveLength(STORED);
    const before = await s3.storedParts();
    await s3.follow();
    await page.reload();
    await person.sees(1, "done", 60_000);
    expect(await place.sha256("huge.bin")).toBe(await sha256(path));
    expect((await s3.seen({ operation: "ListParts" })).length).toBeGreaterThan(1);
    const all = [...before, ...(await s3.storedParts())].sort((a, b) => a - b);
    expect(all).toEqual(Array.from({ length: COUNT }, (_, index) => index + 1));
  },
);
