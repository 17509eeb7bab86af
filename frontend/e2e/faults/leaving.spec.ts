import { content, onDisk, PART, sha256 } from "./support/content";
import { killBrowser, launchOnProfile, onProfile } from "./support/killedBrowser";
import { expect, row, test } from "./support/matrix";
import { Person } from "./support/person";
import type { Rule } from "./support/rules";
import type { ScriptedS3 } from "./support/scriptedS3";

const big = content("big.bin", 8 * PART);
/** The first three parts arrive, no other does. */
const threeParts: Rule = { on: { operation: "UploadPart" }, fault: { kind: "stall" }, nth: 4 };
const asserts = "the object is the file; parts that S3 had are not sent again";

async function threeStored(s3: ScriptedS3): Promise<readonly number[]> {
  await expect.poll(() => s3.storedParts()).toHaveLength(3);
  return s3.storedParts();
}

async function expectOnlyTheRest(s3: ScriptedS3, before: readonly number[]): Promise<void> {
  const all = [...before, ...(await s3.storedParts())];
  expect(all.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
}

row(
  "The tab is closed in the middle, and the app opened again",
  { sees: "the upload goes on by itself and is done", asserts },
  async ({ context, s3, person, place }) => {
    await s3.follow(threeParts);
    await person.uploadsFromDisk(await onDisk(big));
    const before = await threeStored(s3);
    await person.page.close();
    await s3.follow();
    const later = new Person(await context.newPage(), place);
    await later.opens();
    await later.sees(1, "done");
    expect(await place.sha256(big.name)).toBe(sha256(big));
    await expectOnlyTheRest(s3, before);
  },
);

row(
  "The browser is killed (SIGKILL) in the middle, and started again",
  { sees: "the upload goes on by itself and is done", asserts },
  async ({ s3, place }) => {
    test.slow();
    const profile = test.info().outputPath("profile");
    const doomed = await launchOnProfile(profile);
    const person = new Person(await doomed.newPage(), place);
    await person.arrives();
    await s3.follow(threeParts);
    await person.uploadsFromDisk(await onDisk(big));
    const before = await threeStored(s3);
    await onProfile(profile, "unfinished");
    await killBrowser(profile, doomed);
    await s3.follow();
    const context = await launchOnProfile(profile);
    const later = new Person(await context.newPage(), place);
    await later.opens();
    await later.sees(1, "done");
    expect(await place.sha256(big.name)).toBe(sha256(big));
    await expectOnlyTheRest(s3, before);
    await context.close();
  },
);

row(
  "After a reload S3's list of parts lacks one",
  {
    sees: "the upload goes on by itself and is done",
    asserts: "the object is the file; the part that is missing is sent again",
  },
  async ({ page, s3, person, place }) => {
    await s3.follow(threeParts);
    await person.uploadsFromDisk(await onDisk(big));
    const before = await threeStored(s3);
    const [partNumber = 0] = before;
    await s3.follow({
      on: { operation: "ListParts" },
      fault: { kind: "hide-part", partNumber },
    });
    await page.reload();
    await person.sees(1, "done");
    expect(await place.sha256(big.name)).toBe(sha256(big));
    expect(await s3.storedParts()).toContain(partNumber);
  },
);

row(
  "A reload finds parts at S3 of which the page had no answer yet",
  {
    sees: "the upload goes on by itself and is done",
    asserts: "the object is the file; those parts are compared by their ETags and not sent again",
  },
  async ({ page, s3, person, place }) => {
    const unanswered = { kind: "hold", before: "answer" } as const;
    await s3.follow(
      { on: { operation: "UploadPart", part: 2 }, fault: unanswered },
      { on: { operation: "UploadPart", part: 3 }, fault: unanswered },
      { ...threeParts, nth: 2 },
    );
    await person.uploadsFromDisk(await onDisk(big));
    const before = await threeStored(s3);
    expect(before).toEqual(expect.arrayContaining([2, 3]));
    await page.reload();
    await s3.follow();
    await person.sees(1, "done");
    expect(await place.sha256(big.name)).toBe(sha256(big));
    await expectOnlyTheRest(s3, before);
  },
);

row(
  "The same upload is open in two tabs",
  {
    sees: "the second tab says that the first works at it, and takes over when that is closed",
    asserts,
  },
  async ({ context, s3, person, place }) => {
    await s3.follow(threeParts);
    await person.uploadsFromDisk(await onDisk(big));
    const before = await threeStored(s3);
    const second = new Person(await context.newPage(), place);
    await second.opens();
    await expect(second.dock.getByText("1개는 다른 탭의 전송 목록에 있어요.")).toBeVisible();
    expect(await s3.storedParts()).toHaveLength(3);
    await s3.follow();
    await person.page.close();
    await second.sees(1, "done");
    expect(await place.sha256(big.name)).toBe(sha256(big));
    await expectOnlyTheRest(s3, before);
  },
);
