import { expect } from "@playwright/test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { choose, open, register } from "./support/app";
import { freshPrefix, objects, unfinished } from "./support/aws";
import { bigFile } from "./support/files";
import { demo } from "./support/stack";
import { test } from "./support/test";

const BUCKET = "demo-reports";
const PREFIX = "e2e/two-tabs/";

let work: string;
test.beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "s3loader-"));
});
test.afterAll(() => rm(work, { recursive: true }));

test("another account in a second tab stops the first one's uploads and never carries them on", async ({
  page,
  context,
}) => {
  await freshPrefix(BUCKET, PREFIX);
  await register(page, "demo-full");
  await open(page, BUCKET, PREFIX);
  const signers: string[] = [];
  page.on("request", (request) => {
    const credential = new URL(request.url()).searchParams.get("X-Amz-Credential");
    if (request.method() === "PUT") signers.push(credential?.split("/")[0] ?? "");
  });
  await page.route(/partNumber=9&/, () => undefined);
  await choose(page, await bigFile(join(work, "secret plan.bin"), 200_000_000));
  await expect.poll(() => unfinished(BUCKET)).toEqual([`${PREFIX}secret plan.bin`]);
  const row = page.getByTitle("secret plan.bin");
  await expect(row).toBeVisible();

  const second = await context.newPage();
  await second.goto("/");
  await second.getByRole("button", { name: /user\/demo-full/ }).click();
  await second.getByRole("button", { name: "초기화" }).click();
  await expect(second.getByLabel("Access Key ID")).toBeEditable();
  await register(second, "demo-reader");

  await expect(page.getByRole("button", { name: /user\/demo-reader/ })).toBeVisible();
  await expect(row).toBeHidden();
  // What S3 has waits for its own identity.
  expect(await unfinished(BUCKET)).toEqual([`${PREFIX}secret plan.bin`]);
  expect([...(await objects(BUCKET, PREFIX)).keys()]).toEqual([PREFIX]);
  expect(new Set(signers)).toEqual(new Set([demo().users["demo-full"].accessKeyId]));
});
