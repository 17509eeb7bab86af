import { content, PART, sha256 } from "./support/content";
import { expect, row } from "./support/matrix";
import type { Page } from "@playwright/test";
import { demo } from "../support/stack";
import { expiredToken, expiredUrl, tooSkewed } from "./support/rules";

const big = content("big.bin", 8 * PART);

/** Into the form where it stands; the same person's. */
async function enterKeys(page: Page): Promise<void> {
  const { accessKeyId, secretAccessKey } = demo().users["demo-full"];
  await page.getByLabel("Access Key ID").fill(accessKeyId);
  await page.getByLabel("Secret Access Key", { exact: true }).fill(secretAccessKey);
  await page.getByRole("button", { name: "등록" }).click();
}

row(
  "Signed URLs have expired",
  { sees: "the upload is done", asserts: "the object is the file; parts are signed again once" },
  async ({ s3, person, place }) => {
    await s3.follow({ on: { operation: "UploadPart" }, fault: expiredUrl, nth: 3, times: 4 });
    await person.uploads(big);
    await person.sees(1, "done");
    expect(await place.sha256(big.name)).toBe(sha256(big));
    const refused = (await s3.seen({ operation: "UploadPart" })).filter(({ rule }) => rule === 0);
    expect(refused).toHaveLength(4);
  },
);

row(
  "The account's keys expire in the middle",
  {
    sees: "the upload pauses and the form asks for keys; once registered it goes on and is done",
    asserts: "the object is the file; parts that S3 had acknowledged are not sent again",
  },
  async ({ page, s3, person, place }) => {
    await s3.follow({ on: { operation: "UploadPart" }, fault: expiredToken, nth: 4 });
    await person.uploads(big);
    await expect(page.getByRole("heading", { name: "AWS 계정 연결" })).toBeVisible();
    await person.sees(1, "paused");
    const stored = Object.values(await place.keptParts()).flat();
    expect(stored.length).toBeGreaterThan(0);

    await s3.follow();
    await enterKeys(page);
    await person.sees(1, "done");
    expect(await place.sha256(big.name)).toBe(sha256(big));
    const sent = (await s3.seen({ operation: "UploadPart" })).map(({ part }) => part ?? 0);
    expect(sent.filter((part) => stored.includes(part))).toEqual([]);
  },
);

row(
  "The signing server's clock is minutes off (RequestTimeTooSkewed)",
  {
    sees: "the upload has failed, and that a clock is wrong; tried again with it right, it is done",
    asserts: "signed again once, then given up; nothing is stored before; the object is the file",
  },
  async ({ s3, person, place }) => {
    await s3.follow({ on: { operation: "UploadPart" }, fault: tooSkewed });
    await person.uploads(big);
    await person.sees(1, "failed");
    await person.seesIn(big.name, /시계/);
    expect(await place.names()).toEqual([]);
    const first = await s3.seen({ operation: "UploadPart", part: 1 });
    expect(first.length).toBeLessThanOrEqual(2);
    await s3.follow();
    await person.presses(`${big.name} 다시 시도`);
    await person.sees(1, "done");
    expect(await place.sha256(big.name)).toBe(sha256(big));
  },
);

row(
  "S3's clock was off for one request",
  { sees: "the upload is done", asserts: "the object is the file" },
  async ({ s3, person, place }) => {
    await s3.follow({ on: { operation: "UploadPart" }, fault: tooSkewed, times: 1 });
    await person.uploads(big);
    await person.sees(1, "done");
    expect(await place.sha256(big.name)).toBe(sha256(big));
  },
);
