import { appendFile, rm } from "node:fs/promises";
import { choose } from "../support/app";
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
  "The file is deleted while it is uploaded",
  {
    sees: "the upload has failed: the file cannot be read",
    asserts: "nothing is stored, no part is left",
  },
  async ({ page, s3, person, place }) => {
    const path = await onDisk(big);
    await s3.follow(twoParts);
    await choose(page, [path]);
    await expect.poll(() => s3.storedParts()).toHaveLength(2);
    await rm(path);
    await s3.follow();
    await person.sees(1, "failed");
    await person.seesIn(big.name, "파일을 읽을 수 없어요");
    await expect.poll(() => place.keptParts()).toEqual({});
    expect(await place.names()).toEqual([]);
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
