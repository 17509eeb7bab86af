import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { open, register } from "./support/app";
import { freshPrefix, objects, put } from "./support/aws";
import { test } from "./support/test";

const BUCKET = "demo-reports";
const PREFIX = "e2e/trying/";
const UNKNOWN = /정책을 읽지 못해서 알 수 없어요/;

const remove = (page: Page) => page.getByRole("button", { name: "삭제", exact: true });
const offer = (page: Page) => page.getByRole("button", { name: "권한 확인해 보기" });
const keys = async () => [...(await objects(BUCKET, PREFIX)).keys()];

test.beforeEach(async () => {
  await freshPrefix(BUCKET, PREFIX);
  await put(BUCKET, `${PREFIX}disposable.txt`, "x");
});

test("who may delete, though no policy can be read, finds it out by keyboard and deletes", async ({
  page,
}) => {
  await register(page, "demo-nolist");
  await open(page, BUCKET, PREFIX);
  await page.getByRole("checkbox", { name: "disposable.txt" }).click();
  await expect(remove(page)).toHaveAccessibleDescription(UNKNOWN);
  await remove(page).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/조건부 삭제를 한 번 보내 권한만 확인해요/)).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press("Tab");
  await expect(offer(page)).toBeFocused();
  await page.keyboard.press("Enter");

  await expect(remove(page)).not.toHaveAttribute("aria-disabled");
  await expect(remove(page)).toBeFocused();
  await expect(page.getByRole("status").getByText(/여기에서 삭제할 수 있어요/)).toBeAttached();
  expect(await keys()).toContain(`${PREFIX}disposable.txt`);

  await page.keyboard.press("Enter");
  await expect(page.getByRole("alertdialog").getByRole("textbox")).toBeFocused();
  await page.keyboard.type("delete");
  await page.keyboard.press("Enter");
  await expect(page.getByText("1개를 삭제했어요")).toBeVisible();
  expect(await keys()).not.toContain(`${PREFIX}disposable.txt`);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });

  test("who may not delete learns that from S3 itself, and it stays off", async ({ page }) => {
    await register(page, "demo-reader");
    await open(page, BUCKET, PREFIX);
    await expect(remove(page)).toHaveAccessibleDescription(UNKNOWN);
    await remove(page).tap({ force: true }); // Playwright waits for what is off to be on
    await offer(page).tap();
    await expect(page.getByText("확인했어요. S3가 거부했어요.")).toBeVisible();
    await expect(page.getByText("확인했어요. S3가 거부했어요.")).toBeFocused();
    await expect(offer(page)).toBeHidden();
    await expect(remove(page)).toHaveAttribute("aria-disabled", "true");
    await expect(remove(page)).toHaveAccessibleDescription(
      /s3:DeleteObject 작업을 할 권한이 없어요/,
    );
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await keys()).toContain(`${PREFIX}disposable.txt`);
  });
});

test("a verdict of the matrix can be tried where it is explained", async ({ page }) => {
  await register(page, "demo-uploader");
  await page.goto(`/permissions?bucket=${BUCKET}&prefix=inbox%2F`);
  const cell = page.getByRole("button", { name: /^모름, 파일 삭제, demo-reports\/inbox\// });
  await cell.click();
  await offer(page).click();
  await expect(page.getByText("확인했어요. S3가 거부했어요.")).toBeFocused();
  await expect(
    page.getByRole("button", { name: /^거부, 파일 삭제, demo-reports\/inbox\// }),
  ).toBeVisible();
});
