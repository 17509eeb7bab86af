import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { choose, hidePermissions, holdUploads, open, register, textFiles } from "./support/app";
import { freshPrefix, put } from "./support/aws";
import { download, LARGE, openDownloads, putRandom, reached, bar } from "./support/downloads";
import { pickFolder, writeThere } from "./support/folder";
import { Wire } from "./support/wire";
import { test } from "./support/test";

const PHONE = { width: 390, height: 844 };

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

for (const scheme of ["light", "dark"] as const) {
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });

    test("axe finds nothing on the form, the list, the empty list and a phone", async ({
      page,
    }) => {
      await page.goto("/");
      await expect(page.getByLabel("Access Key ID")).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await register(page, "demo-full");
      await open(page, "demo-reports");
      expect(await violations(page)).toEqual([]);
      await freshPrefix("demo-reports", "e2e/a11y/");
      await open(page, "demo-reports", "e2e/a11y/");
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize(PHONE);
      expect(await violations(page)).toEqual([]);
      await page.getByRole("button", { name: "버킷 목록" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test("axe finds nothing on menus, the account and the list of keys", async ({ page }) => {
      await register(page, "demo-full");
      await open(page, "demo-reports", "a/b/c/d/e/f/");
      for (const opener of [/^언어/, "화면 테마", "가려진 경로 보기"]) {
        await page.getByRole("button", { name: opener }).click();
        await expect(page.getByRole("menu")).toBeVisible();
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press("Escape");
      }
      await page.getByRole("button", { name: /user\/demo-full/ }).click();
      await expect(page.getByRole("dialog", { name: "연결된 계정" })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog", { name: "키보드 단축키" })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test("axe finds nothing on a conflict, moving transfers and failed ones", async ({ page }) => {
      await freshPrefix("demo-reports", "e2e/a11y/");
      await put("demo-reports", "e2e/a11y/taken.txt", "old");
      await holdUploads(page);
      await register(page, "demo-full");
      await open(page, "demo-reports", "e2e/a11y/");
      await choose(page, textFiles("taken.txt", "a.txt", "b.txt"));
      const dialog = page.getByRole("alertdialog");
      await expect(dialog).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await dialog.getByRole("button", { name: "나중에 결정" }).click();
      await expect(dialog).toBeHidden();
      await expect(page.getByRole("progressbar", { name: /a\.txt/ })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize(PHONE);
      expect(await violations(page)).toEqual([]);
    });

    test("axe finds nothing on downloads, taken local names and the settings", async ({ page }) => {
      const prefix = "e2e/a11y/";
      await freshPrefix("demo-reports", prefix);
      await putRandom(`${prefix}large.bin`, LARGE);
      await put("demo-reports", `${prefix}taken.txt`, "theirs");
      const wire = await Wire.between(page);
      wire.holdAfter(1);
      await openDownloads(page, prefix);
      await writeThere(page, "taken.txt", "mine");
      await download(page, "large.bin", "taken.txt");
      const dialog = page.getByRole("alertdialog");
      await expect(dialog).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await dialog.getByRole("button", { name: "나중에 결정" }).click();
      await expect(dialog).toBeHidden();
      await reached(bar(page, "large.bin"), 10);
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize(PHONE);
      expect(await violations(page)).toEqual([]);
      await page.goto("/settings");
      await expect(page.getByRole("main").getByText("받은 파일")).toBeVisible();
      expect(await violations(page)).toEqual([]);
      wire.close();
    });

    test("axe finds nothing on the settings before a folder is chosen", async ({ page }) => {
      await pickFolder(page);
      await register(page, "demo-full");
      await page.goto("/settings");
      await expect(page.getByRole("button", { name: "폴더 고르기" })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test("axe finds nothing on permissions and policies", async ({ page }) => {
      await register(page, "demo-uploader");
      await page.goto("/permissions?bucket=demo-reports&prefix=inbox%2F");
      await page.getByRole("button", { name: /^허용, 파일 업로드.*inbox/ }).focus();
      await expect(page.getByRole("region", { name: "파일 업로드" })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize(PHONE);
      await page.getByRole("button", { name: /^파일 업로드/ }).click();
      expect(await violations(page)).toEqual([]);
      await page.getByRole("tab", { name: "정책" }).click();
      await page.getByRole("button", { name: /^demo-uploader/ }).click();
      await expect(page.getByText("UploadAndReadInbox")).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.getByRole("tab", { name: "JSON" }).click();
      expect(await violations(page)).toEqual([]);
      await page.goto("/permissions?place=no-such-bucket-anywhere/");
      await expect(page.getByText("버킷이 없어요")).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.goto("/permissions");
      await expect(page.getByText("확인할 위치를 골라 주세요")).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test("axe finds nothing where things are refused or missing", async ({ page }) => {
      await freshPrefix("demo-reports", "e2e/a11y/");
      await hidePermissions(page);
      await register(page, "demo-reader");
      await open(page, "demo-reports", "e2e/a11y/");
      await choose(page, textFiles("a.txt", "b.txt"));
      await expect(page.getByText("2 실패")).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.goto("/b/no-such-bucket-anywhere");
      await expect(page.getByText("버킷이 없어요")).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.goto("/nowhere");
      await expect(page.getByText("없는 페이지예요").last()).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test("axe finds nothing where buckets cannot be listed", async ({ page }) => {
      await register(page, "demo-nolist");
      // React Aria's announcement of the busy button outlives the button for some seconds.
      await page.reload();
      await expect(page.getByText(/s3:ListAllMyBuckets/)).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize(PHONE);
      await expect(page.getByText(/s3:ListAllMyBuckets/)).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}

test("the keyboard alone walks into a prefix and back", async ({ page }) => {
  await register(page, "demo-full");
  await open(page, "demo-photos");
  await page.getByRole("grid").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/prefix=/);
  await page.keyboard.press("Backspace");
  await expect(page).not.toHaveURL(/prefix=/);
});

test("the focus is never lost: after registering, after cancelling, after clearing", async ({
  page,
}) => {
  await freshPrefix("demo-reports", "e2e/a11y/");
  await holdUploads(page);
  await register(page, "demo-full");
  await expect(page.getByRole("main")).toBeFocused();
  await open(page, "demo-reports", "e2e/a11y/");
  await choose(page, textFiles("a.txt", "b.txt"));
  await expect(page.getByText("2 진행 중")).toBeVisible();
  await page.getByRole("button", { name: "a.txt 취소" }).press("Enter");
  await expect(page.getByRole("heading", { name: "전송" })).toBeFocused();
  await page.getByRole("button", { name: "모두 취소" }).press("Enter");
  await expect(page.getByRole("heading", { name: "전송" })).toBeFocused();
  await page.getByRole("button", { name: "완료된 항목 지우기" }).press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("English is one switch away, and remembered", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: /한국어/ }).click();
  await page.getByRole("menuitemradio", { name: "English" }).click();
  await expect(page.getByRole("button", { name: "Register" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Register" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});
