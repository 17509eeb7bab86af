import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { choose, open, register } from "./support/app";
import { freshPrefix, unfinished } from "./support/aws";
import { bigFile, sha256 } from "./support/files";
import { objectDigest } from "./support/objects";
import { Parts } from "./support/parts";
import { pickOnDisk } from "./support/pickOnDisk";
import { demo } from "./support/stack";
import { test } from "./support/test";

const BUCKET = "demo-reports";
const PREFIX = "e2e/resume/";
const PART = 8 * 1024 * 1024;

let work: string;
let big: string; // 300 MB: 36 parts
let small: string; // 150 MB: 18 parts
test.beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "s3loader-"));
  big = await bigFile(join(work, "big.bin"), 300_000_000);
  small = await bigFile(join(work, "small.bin"), 150_000_000);
});
test.afterAll(() => rm(work, { recursive: true }));
test.beforeEach(async ({ page }) => {
  test.setTimeout(240_000);
  await freshPrefix(BUCKET, PREFIX);
  await register(page, "demo-full");
  await open(page, BUCKET, PREFIX);
  page.on("dialog", (leaving) => void leaving.accept());
});

const dock = (page: Page) => page.getByRole("region", { name: "전송" });
const upload = (page: Page) => page.getByRole("button", { name: "업로드", exact: true }).click();
const numbers = (size: number) => Array.from({ length: Math.ceil(size / PART) }, (_, i) => i + 1);

/** The object is the file, each part came once, and nothing is left over. */
async function arrivedOnce(page: Page, file: string, parts: Parts, size: number): Promise<void> {
  await expect(dock(page).getByText("1 완료")).toBeVisible({ timeout: 120_000 });
  const name = file.slice(file.lastIndexOf("/") + 1);
  expect(await objectDigest(BUCKET, PREFIX + name)).toBe(await sha256(file));
  expect([...parts.stored].sort((a, b) => a - b)).toEqual(numbers(size));
  expect(await unfinished(BUCKET)).toEqual([]);
}

test("a reload at 40 % goes on by itself, and sends no part that S3 has", async ({ page }) => {
  await pickOnDisk(page, [big]);
  const parts = new Parts(page);
  await parts.holdAfter(14);
  await upload(page);
  await parts.reached(14);
  await page.reload();
  await arrivedOnce(page, big, parts, 300_000_000);
  await expect(dock(page).getByRole("button", { name: /^검증됨/ })).toBeVisible();
});

test("a paused upload sends nothing, and goes on with what is missing", async ({ page }) => {
  await pickOnDisk(page, [small]);
  const parts = new Parts(page);
  await parts.holdAfter(6);
  await upload(page);
  await parts.reached(6);
  await dock(page).getByRole("button", { name: "small.bin 일시정지" }).click();
  await expect(dock(page).getByText("1 일시정지")).toBeVisible();
  await page.reload(); // It stays paused, with what S3 has in its bar.
  await expect(dock(page).getByText("1 일시정지")).toBeVisible();
  await expect(
    dock(page).getByRole("progressbar", { name: "small.bin 진행률" }),
  ).not.toHaveAttribute("aria-valuenow", "0");
  expect(parts.stored).toHaveLength(6);
  await dock(page).getByRole("button", { name: "small.bin 이어서 올리기" }).click();
  await arrivedOnce(page, small, parts, 150_000_000);
});

test("a second tab leaves the upload to the first one, and takes over when that is closed", async ({
  page,
  context,
}) => {
  await pickOnDisk(page, [small]);
  const first = new Parts(page);
  await first.holdAfter(6);
  await upload(page);
  await first.reached(6);

  const second = await context.newPage();
  second.on("dialog", (leaving) => void leaving.accept());
  const parts = new Parts(second);
  await open(second, BUCKET, PREFIX);
  await expect(dock(second).getByText("1개는 다른 탭의 전송 목록에 있어요.")).toBeVisible();
  await expect(dock(second).getByRole("button", { name: /small\.bin/ })).toHaveCount(0);
  expect(parts.stored).toEqual([]);

  await page.close();
  await expect(dock(second).getByText("1 완료")).toBeVisible({ timeout: 120_000 });
  parts.stored.push(...first.stored);
  await arrivedOnce(second, small, parts, 150_000_000);
});

test("without handles the same file is chosen again after a reload; another one is told apart", async ({
  page,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, "showOpenFilePicker"));
  await page.reload();
  await expect(page.getByRole("grid")).toBeVisible();
  const parts = new Parts(page);
  await parts.holdAfter(6);
  await choose(page, small);
  await parts.reached(6);
  await page.reload();

  const again = dock(page).getByRole("button", { name: "파일 고르기", exact: true });
  await expect(again).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const pick = async (path: string) => {
    const chooser = page.waitForEvent("filechooser");
    await again.click();
    await (await chooser).setFiles(path);
  };
  await pick(big);
  await expect(dock(page).getByRole("alert")).toHaveText(/1개는 쓰지 않았어요.*big\.bin/);
  await pick(small);
  await arrivedOnce(page, small, parts, 150_000_000);
});

test("expired keys stop an upload; new ones of the same user let it go on where it was", async ({
  page,
}) => {
  await pickOnDisk(page, [small]);
  const parts = new Parts(page);
  const expired = { type: "about:blank", title: "expired", status: 401, params: {} };
  let refused = 0;
  await parts.holdAfter(6);
  await page.route("**/api/uploads/parts", async (route) => {
    if (parts.stored.length === 0) return route.continue();
    refused += 1;
    await route.fulfill({
      status: 401,
      contentType: "application/problem+json",
      body: JSON.stringify({ ...expired, code: "credentials_expired", detail: "", requestId: "r" }),
    });
  });
  await upload(page);
  await parts.reached(6);
  await page.reload();

  const form = page.getByRole("alertdialog", { name: "AWS 계정 연결" });
  await expect(form).toContainText("멈춘 전송은 멈춘 곳부터 저절로 이어져요");
  await expect(form).toContainText("전송 1개가 계정을 기다리고 있어요");
  await expect(page.getByText("키가 만료돼서 1개가 멈췄어요")).toBeVisible();
  expect(refused).toBeGreaterThan(0);

  await page.unroute("**/api/uploads/parts");
  const { accessKeyId, secretAccessKey } = demo().users["demo-full"];
  await form.getByLabel("Access Key ID").fill(accessKeyId);
  await form.getByLabel("Secret Access Key", { exact: true }).fill(secretAccessKey);
  await form.getByRole("button", { name: "등록" }).click();
  await expect(form).toBeHidden();
  await arrivedOnce(page, small, parts, 150_000_000);
});
