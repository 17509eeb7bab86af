import { appendFile, rename } from "node:fs/promises";
import { choose, chooseBy } from "../support/app";
import { content, onDisk, PART, sha256 } from "./support/content";
import { expect, row } from "./support/matrix";
import type { Rule } from "./support/rules";

const big = content("big.bin", 8 * PART);
/** The first two parts arrive, the others wait. */
const twoParts: Rule = {
  on: { operation: "UploadPart" },
  fault: { kind: "hold", before: "request" },
  nth: 3,
};

row(
  "The file is changed on the disk while it is uploaded",
  {
    sees: "the upload has failed: the file has changed",
    asserts: "nothing is stored, no part is left",
  },
  async ({ page, s3, person, place }) => {
    const path = await onDisk(big);
    await s3.follow(twoParts);
    await choose(page, [path]);
    await expect.poll(() => s3.storedParts()).toHaveLength(2);
    await appendFile(path, "more");
    await s3.follow();
    await person.sees(1, "failed");
    await person.seesIn(big.name, "올리는 동안 파일이 바뀌었어요");
    await expect.poll(() => place.keptParts()).toEqual({});
    expect(await place.names()).toEqual([]);
  },
);

row(
  "The file is gone from the disk while it is uploaded",
  {
    sees: "the upload pauses and asks for the file; when it is back and picked, it is done",
    asserts: "the object is the file; parts that S3 had are not sent again",
  },
  async ({ page, s3, person, place }) => {
    const path = await onDisk(big);
    await s3.follow(twoParts);
    await choose(page, [path]);
    await expect.poll(() => s3.storedParts()).toHaveLength(2);
    await rename(path, `${path}.away`);
    await s3.follow();
    await person.sees(1, "paused");
    await person.seesIn(big.name, "파일 필요");
    await rename(`${path}.away`, path);
    const [before] = Object.values(await place.keptParts());
    await s3.follow();
    await chooseBy(page, `${big.name} 파일 고르기`, [path]);
    await person.sees(1, "done");
    expect(await place.sha256(big.name)).toBe(sha256(big));
    const all = [...(before ?? []), ...(await s3.storedParts())];
    expect(all.sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  },
);

row(
  "The browser has no room to remember uploads (quota of IndexedDB)",
  {
    sees: "the dock says that a reload would forget; the upload is done",
    asserts: "the object is the file",
  },
  async ({ page, context, s3, person, place }) => {
    const devtools = await context.newCDPSession(page);
    const origin = new URL(page.url()).origin;
    await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
    await s3.follow(twoParts);
    await choose(page, [await onDisk(big)]);
    await expect(person.dock.getByText("업로드를 기억하지 못해요")).toBeVisible();
    await s3.follow();
    await person.sees(1, "done");
    expect(await place.sha256(big.name)).toBe(sha256(big));
  },
);
