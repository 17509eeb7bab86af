import { PutBucketVersioningCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { open, register } from "./support/app";
import { freshPrefix, put, s3 } from "./support/aws";
import { folderDigests, pickFolder, sha256 } from "./support/folder";
import { test } from "./support/test";

const BUCKET = "demo-reports";
const PREFIX = "e2e/details/";

const panel = (page: Page) => page.getByRole("complementary", { name: "파일 정보" });
const fact = (page: Page, name: string) =>
  panel(page)
    .locator("dt", { hasText: new RegExp(`^${name}$`) })
    .locator("+ dd");

/** At 1,280 px and wider the panel stands beside the list. */
test.use({ viewport: { width: 1440, height: 900 } });

test.beforeEach(async ({ page }) => {
  await freshPrefix(BUCKET, PREFIX);
  await put(BUCKET, `${PREFIX}a.txt`, "first");
  await put(BUCKET, `${PREFIX}b.txt`, "second");
  await s3().send(
    new PutObjectCommand({
      Bucket: BUCKET,
      Key: `${PREFIX}z 보고서 <b>.txt`,
      Body: "본문",
      ContentType: "text/html",
      CacheControl: "max-age=60",
      Metadata: { owner: "lee" },
      Tagging: "team=%EB%8D%B0%EC%9D%B4%ED%84%B0",
    }),
  );
  await register(page, "demo-full");
  await open(page, BUCKET, PREFIX);
});

test("the button in a row opens all that S3 tells of the object", async ({ page }) => {
  const key = `${PREFIX}z 보고서 <b>.txt`;
  await page.getByRole("row", { name: "보고서" }).hover();
  await page
    .getByRole("row", { name: "보고서" })
    .getByRole("button", { name: "자세히 보기" })
    .click();
  await expect(fact(page, "키")).toContainText(key);
  await expect(fact(page, "S3 URI")).toContainText(`s3://${BUCKET}/${key}`);
  await expect(fact(page, "크기")).toContainText("6 바이트");
  await expect(fact(page, "형식")).toHaveText("text/html");
  await expect(fact(page, "클래스")).toHaveText("Standard");
  await expect(fact(page, "Cache-Control")).toHaveText("max-age=60");
  await expect(fact(page, "owner")).toHaveText("lee");
  await expect(fact(page, "team")).toHaveText("데이터");
  await expect(panel(page).getByRole("group", { name: "파일 내용" })).toHaveText("본문");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("i opens it, Escape closes it, and the focus is in the row again", async ({ page }) => {
  await page.getByRole("grid").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const cell = page.locator("[data-row='1'] [tabindex='0']");
  await expect(cell).toBeFocused();
  await page.keyboard.press("i");
  await expect(panel(page).getByRole("heading", { name: "b.txt" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  await expect(cell).toBeFocused();
});

test("opened with the mouse, it leaves the focus in the row it was opened from", async ({
  page,
}) => {
  await page.getByRole("row", { name: "b.txt" }).hover();
  await page
    .getByRole("row", { name: "b.txt" })
    .getByRole("button", { name: "자세히 보기" })
    .click();
  await panel(page).getByRole("button", { name: "파일 정보 닫기" }).click();
  await expect(panel(page)).toBeHidden();
  await expect(page.locator("[data-row='1'] [data-column='1']")).toBeFocused();
});

test("a reload keeps it, back closes it, forward opens it", async ({ page }) => {
  await page.getByRole("grid").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("i");
  await expect(fact(page, "키")).toContainText("a.txt");
  await page.reload();
  await expect(fact(page, "키")).toContainText("a.txt");
  await page.goBack();
  await expect(panel(page)).toBeHidden();
  await expect(page.getByRole("grid")).toBeVisible();
  await page.goForward();
  await expect(fact(page, "키")).toContainText("a.txt");
});

test("an older version is shown and read in the place of the newest", async ({ page }) => {
  const versioning = (Status: "Enabled" | "Suspended") =>
    s3().send(
      new PutBucketVersioningCommand({
        Bucket: "demo-photos",
        VersioningConfiguration: { Status },
      }),
    );
  await freshPrefix("demo-photos", PREFIX);
  await versioning("Enabled");
  try {
    await put("demo-photos", `${PREFIX}story.txt`, "old words");
    await put("demo-photos", `${PREFIX}story.txt`, "new");
  } finally {
    await versioning("Suspended");
  }
  await page.goto(
    `/b/demo-photos?prefix=${encodeURIComponent(PREFIX)}&object=${encodeURIComponent(`${PREFIX}story.txt`)}`,
  );
  const content = panel(page).getByRole("group", { name: "파일 내용" });
  await expect(content).toHaveText("new");
  await panel(page).getByRole("button", { name: /9 B/ }).click();
  await expect(content).toHaveText("old words");
  await expect(fact(page, "크기")).toHaveText("9 바이트");
  await panel(page).getByRole("button", { name: "최신 버전 보기" }).click();
  await expect(content).toHaveText("new");
});

test("a link opens the file for whoever has it, as a download under its own name", async ({
  page,
  context,
  playwright,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(
    `/b/${BUCKET}?prefix=${encodeURIComponent(PREFIX)}&object=${encodeURIComponent(`${PREFIX}z 보고서 <b>.txt`)}`,
  );
  await panel(page).getByRole("button", { name: "링크 복사" }).click();
  const dialog = page.getByRole("dialog", { name: "파일 링크" });
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await dialog.getByRole("radio", { name: "7일" }).click();
  await dialog.getByRole("button", { name: "링크 복사" }).click();
  await expect(dialog.getByText(/복사했어요.*까지 열려요/)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).searchParams.get("X-Amz-Expires")).toBe("604800");
  const anybody = await playwright.request.newContext();
  const answer = await anybody.get(link);
  expect(await answer.text()).toBe("본문");
  expect(answer.headers()["content-disposition"]).toMatch(/^attachment;/);
  expect(answer.headers()["content-disposition"]).toContain(
    `filename*=UTF-8''${encodeURIComponent("z 보고서 <b>.txt")}`,
  );
  await anybody.dispose();
});

test("an object that is gone says so, and the cross leads back to the list", async ({ page }) => {
  await page.goto(
    `/b/${BUCKET}?prefix=${encodeURIComponent(PREFIX)}&object=${encodeURIComponent(`${PREFIX}gone.txt`)}`,
  );
  await expect(panel(page).getByRole("alert")).toContainText("찾는 것이 없어요");
  await panel(page).getByRole("button", { name: "파일 정보 닫기" }).click();
  await expect(panel(page)).toBeHidden();
  await expect(page).not.toHaveURL(/object=/);
});

test("where there is no room it lies over the list, and the row has the focus after it", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.getByRole("grid").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("i");
  const sheet = page.getByRole("dialog", { name: "a.txt" });
  await expect(sheet.getByRole("group", { name: "파일 내용" })).toHaveText("first");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(page.locator("[data-row='0'] [tabindex='0']")).toBeFocused();
});

test("the panel's own button puts the file into the local folder", async ({ page }) => {
  await pickFolder(page);
  await page.goto(
    `/b/${BUCKET}?prefix=${encodeURIComponent(PREFIX)}&object=${encodeURIComponent(`${PREFIX}b.txt`)}`,
  );
  await panel(page).getByRole("button", { name: "다운로드" }).click();
  await expect(panel(page).getByText("다운로드를 시작했어요.")).toBeVisible();
  await expect(page.getByRole("region", { name: "전송" }).getByText("1 완료")).toBeVisible();
  expect(await folderDigests(page)).toEqual({ "b.txt": sha256("second") });
});
