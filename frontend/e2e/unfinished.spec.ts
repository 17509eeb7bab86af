import { AxeBuilder } from "@axe-core/playwright";
import {
  AbortMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteBucketLifecycleCommand,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  PutBucketLifecycleConfigurationCommand,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { expect, type Page } from "@playwright/test";
import { createHash, randomBytes } from "node:crypto";
import { holdUploads, register } from "./support/app";
import { freshPrefix, s3 } from "./support/aws";
import { test } from "./support/test";

const BUCKET = "demo-reports";
const PREFIX = "e2e/unfinished/";
/** Of this app's uploads, bytes. */
const PART = 8 * 1024 * 1024;
const DAY = 86_400_000;

/** Leaves a multipart upload with these parts of a file, by number. */
async function leave(name: string, file: Buffer, ...parts: readonly number[]): Promise<void> {
  const where = { Bucket: BUCKET, Key: PREFIX + name };
  const { UploadId } = await s3().send(new CreateMultipartUploadCommand(where));
  for (const PartNumber of parts) {
    const Body = file.subarray((PartNumber - 1) * PART, PartNumber * PART);
    await s3().send(new UploadPartCommand({ ...where, UploadId, PartNumber, Body }));
  }
}

async function leftovers() {
  const { Uploads = [] } = await s3().send(
    new ListMultipartUploadsCommand({ Bucket: BUCKET, Prefix: PREFIX }),
  );
  return Uploads;
}

async function names(): Promise<string[]> {
  return (await leftovers()).map(({ Key = "" }) => Key.slice(PREFIX.length));
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function open(page: Page): Promise<void> {
  await page.goto(`/b/${BUCKET}?prefix=${encodeURIComponent(PREFIX)}`);
  await page.getByRole("link", { name: "끝나지 않은 업로드" }).click();
  await expect(page.getByRole("heading", { name: "끝나지 않은 업로드" })).toBeVisible();
}

const row = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

/** Presses '이어서' and gives this file to the file chooser. */
async function goOn(page: Page, name: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: `${name} 이어서 올리기` }).click();
  await (await chooser).setFiles({ name, mimeType: "application/octet-stream", buffer });
}

/** The numbers of the parts that the page sends to S3 from now on. */
function partsSent(page: Page): number[] {
  const sent: number[] = [];
  page.on("request", (request) => {
    const part = new URL(request.url()).searchParams.get("partNumber");
    if (request.method() === "PUT" && part !== null) sent.push(Number(part));
  });
  return sent;
}

test.beforeEach(async ({ page }) => {
  for (const { Key, UploadId } of await leftovers()) {
    await s3().send(new AbortMultipartUploadCommand({ Bucket: BUCKET, Key, UploadId }));
  }
  await s3().send(new DeleteBucketLifecycleCommand({ Bucket: BUCKET }));
  await freshPrefix(BUCKET, PREFIX);
  // A chooser that tests can answer; this one gives no handles.
  await page.addInitScript(() => Reflect.deleteProperty(window, "showOpenFilePicker"));
  await register(page, "demo-full");
});

test("leftovers show what S3 has of them; one is aborted and its parts are gone", async ({
  page,
}) => {
  const file = randomBytes(PART + 1000);
  await leave("a b+c%20.mp4", file, 1, 2);
  await leave("한글 파일.bin", file);
  await open(page);
  await expect(row(page, "a b+c%20.mp4")).toContainText("8.4 MB");
  await expect(row(page, "a b+c%20.mp4")).toContainText("2개");
  await expect(row(page, "a b+c%20.mp4")).toContainText(/초 전|지금|분 전/);
  await expect(row(page, "한글 파일.bin")).toContainText("0 B");
  await page.getByRole("button", { name: "a b+c%20.mp4 중단" }).click();
  const dialog = page.getByRole("alertdialog", { name: "이 업로드를 중단할까요?" });
  await dialog.getByRole("button", { name: "취소" }).click();
  expect(await names()).toHaveLength(2);
  await page.keyboard.press("Enter"); // the focus is back on the button
  await dialog.getByRole("button", { name: "중단" }).click();
  await expect(row(page, "a b+c%20.mp4")).toHaveCount(0);
  expect(await names()).toEqual(["한글 파일.bin"]);
});

test("eight days later all old ones are aborted at once, those of deeper paths too", async ({
  page,
}) => {
  await leave("old.bin", randomBytes(5000), 1);
  await leave("deep/older.bin", randomBytes(3000), 1);
  await page.clock.setFixedTime(Date.now() + 8 * DAY);
  await open(page);
  await expect(row(page, "deep/older.bin")).toContainText("8일 전");
  await page.getByRole("button", { name: "오래된 것 모두 중단" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("내가 시작한 업로드 2개, 올라간 조각 8.0 KB");
  await dialog.getByLabel("시작한 때").selectOption("30일보다 오래됨");
  await expect(dialog.getByRole("button", { name: "0개 중단" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await dialog.getByLabel("시작한 때").selectOption("7일보다 오래됨");
  await dialog.getByRole("button", { name: "2개 중단" }).click();
  await expect(page.getByText("2개를 중단했어요.")).toBeVisible();
  await expect(page.getByText("끝나지 않은 업로드가 없어요")).toBeVisible();
  expect(await names()).toEqual([]);
});

test("a leftover goes on with its file: only what was missing is sent, and the object is the file", async ({
  page,
}) => {
  const file = randomBytes(2 * PART + 12_345);
  await leave("video.bin", file, 1, 3);
  await open(page);
  const sent = partsSent(page);
  await goOn(page, "video.bin", file);
  await expect(page.getByRole("region", { name: "전송" })).toContainText("1 완료", {
    timeout: 30_000,
  });
  expect(sent).toEqual([2]);
  const stored = await s3().send(
    new GetObjectCommand({ Bucket: BUCKET, Key: `${PREFIX}video.bin` }),
  );
  const bytes = (await stored.Body?.transformToByteArray()) ?? new Uint8Array();
  expect(sha256(bytes)).toBe(sha256(file));
  expect(await names()).toEqual([]);
  await expect(row(page, "video.bin")).toHaveCount(0);
});

test("another file than the one that was begun is refused in words, and its parts stay", async ({
  page,
}) => {
  await leave("video.bin", randomBytes(2 * PART), 1, 2);
  await open(page);
  const sent = partsSent(page);
  await goOn(page, "video.bin", randomBytes(PART + 1));
  const dock = page.getByRole("region", { name: "전송" });
  await expect(dock).toContainText("1 실패", { timeout: 30_000 });
  await expect(dock).toContainText("S3에 남은 업로드와 다른 파일이에요");
  expect(sent).toEqual([]);
  expect(await names()).toEqual(["video.bin"]);
  await expect(page.getByRole("button", { name: "video.bin 이어서 올리기" })).toBeVisible();
});

test("what a page uploads is marked there and in another tab, and can be aborted in neither", async ({
  page,
  context,
}) => {
  const file = randomBytes(2 * PART);
  await leave("video.bin", file, 1);
  await open(page);
  await holdUploads(page);
  await goOn(page, "video.bin", file);
  await expect(row(page, "video.bin")).toContainText("올리는 중");
  await expect(page.getByRole("button", { name: "video.bin 중단" })).toHaveCount(0);
  const tab = await context.newPage();
  await open(tab);
  await expect(row(tab, "video.bin")).toContainText("다른 탭의 전송 목록에 있음");
  await expect(tab.getByRole("button", { name: "video.bin 중단" })).toHaveCount(0);
});

test("the bucket's rule is told, and without one it is suggested", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await page.getByRole("button", { name: "규칙 복사" }).click();
  const suggested = await page.evaluate(() => navigator.clipboard.readText());
  await s3().send(
    new PutBucketLifecycleConfigurationCommand({
      Bucket: BUCKET,
      LifecycleConfiguration: JSON.parse(suggested) as never,
    }),
  );
  await page.getByRole("button", { name: "새로고침", exact: true }).click();
  await expect(page.getByText("시작한 지 7일이 지난 업로드를 자동으로 중단해요")).toBeVisible();
  await expect(page.getByRole("button", { name: "규칙 복사" })).toHaveCount(0);
});

for (const scheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the page, its dialogs and a phone, ${scheme}`, async ({ page }) => {
    const violations = async () => {
      const { violations: found } = await new AxeBuilder({ page }).analyze();
      return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
    };
    await page.emulateMedia({ colorScheme: scheme });
    await open(page);
    await expect(page.getByText("끝나지 않은 업로드가 없어요")).toBeVisible();
    expect(await violations()).toEqual([]);
    await leave("긴 이름".repeat(40), randomBytes(1000), 1);
    await page.getByRole("button", { name: "새로고침", exact: true }).click();
    await expect(page.getByRole("table")).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByRole("button", { name: "오래된 것 모두 중단" }).click();
    expect(await violations()).toEqual([]);
    await page.keyboard.press("Escape");
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await violations()).toEqual([]);
    const scrolls = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(scrolls).toBe(false);
  });
}
