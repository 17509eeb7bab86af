import { expect } from "@playwright/test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { choose, open, register } from "./support/app";
import { freshPrefix, objects, unfinished } from "./support/aws";
import { bigFile } from "./support/files";
import { test } from "./support/test";

const BUCKET = "demo-reports";
const PREFIX = "e2e/faults/";

let big: string;
let work: string;
test.beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "s3loader-"));
  big = await bigFile(join(work, "big.bin"), 200_000_000);
});
test.afterAll(() => rm(work, { recursive: true }));
test.beforeEach(async ({ page }) => {
  await freshPrefix(BUCKET, PREFIX);
  await register(page, "demo-full");
  await open(page, BUCKET, PREFIX);
});

const slow = (status: number, code: string) => ({
  status,
  headers: { "access-control-allow-origin": "*" },
  contentType: "application/xml",
  body: `<?xml version="1.0"?><Error><Code>${code}</Code><Message>later</Message></Error>`,
});

test("a part that S3 throttles or fails is sent again until it is there", async ({ page }) => {
  const answers = [slow(503, "SlowDown"), slow(500, "InternalError"), slow(200, "InternalError")];
  await page.route(/partNumber=3&/, (route) => {
    const fault = route.request().method() === "PUT" ? answers.shift() : undefined;
    return fault ? route.fulfill(fault) : route.continue();
  });
  await choose(page, big);
  await expect(page.getByRole("region", { name: "전송" }).getByText("1 완료")).toBeVisible({
    timeout: 90_000,
  });
  expect(answers).toEqual([]);
  expect((await objects(BUCKET, PREFIX)).get(`${PREFIX}big.bin`)).toBe(200_000_000);
});

test("cancel in the middle ends the upload and leaves no parts", async ({ page }) => {
  await page.route(/partNumber=9&/, () => undefined);
  await choose(page, big);
  await expect.poll(() => unfinished(BUCKET)).toEqual([`${PREFIX}big.bin`]);
  const dock = page.getByRole("region", { name: "전송" });
  await dock.getByRole("button", { name: /big\.bin.*취소|취소.*big\.bin/ }).click();
  await expect.poll(() => unfinished(BUCKET)).toEqual([]);
  expect((await objects(BUCKET, PREFIX)).has(`${PREFIX}big.bin`)).toBe(false);
});

test("a reset in the middle asks first, then leaves neither parts nor account", async ({
  page,
}) => {
  await page.route(/partNumber=9&/, () => undefined);
  await choose(page, big);
  await expect.poll(() => unfinished(BUCKET)).toEqual([`${PREFIX}big.bin`]);
  const account = page.getByRole("button", { name: /user\/demo-full/ });
  await account.click();
  await page.getByRole("button", { name: "초기화" }).click();
  await page.getByRole("button", { name: "전송 계속하기" }).click();
  await account.click();
  await page.getByRole("button", { name: "초기화" }).click();
  await page.getByRole("button", { name: "취소하고 초기화" }).click();
  await expect(page.getByRole("heading", { name: "AWS 계정 연결" })).toBeVisible();
  await expect.poll(() => unfinished(BUCKET)).toEqual([]);
});

test("a file that vanishes while it uploads is asked for again, and leaves no parts once cancelled", async ({
  page,
}) => {
  const doomed = await bigFile(join(work, "doomed.bin"), 150_000_000);
  let reached: () => void;
  const atPart = new Promise<void>((resolve) => (reached = resolve));
  await page.route(/partNumber=5&/, async (route) => {
    if (route.request().method() === "PUT") {
      reached();
      await rm(doomed, { force: true });
    }
    await route.continue();
  });
  await choose(page, doomed);
  await atPart;
  const dock = page.getByRole("region", { name: "전송" });
  await expect(dock.getByText("파일 필요")).toBeVisible({ timeout: 60_000 });
  await dock.getByRole("button", { name: "doomed.bin 취소" }).click();
  await expect.poll(() => unfinished(BUCKET)).toEqual([]);
  expect((await objects(BUCKET, PREFIX)).has(`${PREFIX}doomed.bin`)).toBe(false);
});

test("a prefix that does not exist takes no file and is not created", async ({ page }) => {
  await page.goto(`/b/${BUCKET}?prefix=${encodeURIComponent("e2e/not-there/")}`);
  await choose(page, big);
  await expect(page.getByRole("region", { name: "전송" }).getByText("1 실패")).toBeVisible();
  expect((await objects(BUCKET, "e2e/not-there/")).size).toBe(0);
  expect(await unfinished(BUCKET)).toEqual([]);
});
