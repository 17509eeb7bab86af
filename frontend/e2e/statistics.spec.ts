import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { answerActivity, keepStatistics, someDays } from "./support/activity";
import { choose, open, register, registerKeys, textFiles } from "./support/app";
import { freshPrefix } from "./support/aws";
import { done, download } from "./support/downloads";
import { pickFolder } from "./support/folder";
import { createUser } from "./support/iam";
import { expectNoFreeze, watchLongTasks } from "./support/longTasks";
import { test } from "./support/test";

const PHONE = { width: 360, height: 740 };
const buckets = ["demo-photos", "demo-reports"];

const chart = (page: Page) => page.getByRole("region", { name: "추이" });
const table = (page: Page, name: string) => page.getByRole("table", { name });

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

test("what a person uploads, downloads and deletes is counted, to the file and byte", async ({
  page,
}) => {
  const prefix = "e2e/statistics/";
  await freshPrefix("demo-reports", prefix);
  const actions = ["s3:*", "iam:Get*", "iam:List*", "iam:SimulatePrincipalPolicy"];
  const everything = { Effect: "Allow", Action: actions, Resource: "*" };
  const policy = { Version: "2012-10-17", Statement: [everything] };
  await pickFolder(page);
  await registerKeys(page, await createUser("e2e-statistics", [policy]));

  await open(page, "demo-reports", prefix);
  await choose(page, textFiles("one.txt", "three.txt", "seven.txt"));
  await done(page, 3);
  await download(page, "one.txt", "three.txt");
  await done(page, 5);
  await page.getByRole("button", { name: "선택 해제" }).click();
  await page.getByRole("checkbox", { name: "seven.txt" }).click();
  await page.getByRole("button", { name: "삭제", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("textbox").fill("delete");
  await page.getByRole("button", { name: "확인" }).click();
  await expect(page.getByText("1개를 삭제했어요")).toBeVisible();

  await page.getByRole("link", { name: "통계" }).click();
  const counted = ["demo-reports", "3", "25 B", "2", "16 B", "1", "1", "0"];
  await expect(async () => {
    await page.getByRole("main").getByRole("button", { name: "새로고침" }).click();
    const row = table(page, "버킷별").getByRole("row").nth(1);
    await expect(row.getByRole("cell")).toHaveText(
      counted.map((text) => new RegExp(`${text}$`)),
      {
        timeout: 1_000,
      },
    );
  }).toPass({ timeout: 30_000 });
  await expect(chart(page)).toContainText("3개 · 25 B");
  await expect(table(page, "날짜별").getByRole("row")).toHaveCount(2);
});

test.describe("with a year of counts", () => {
  test.beforeEach(async ({ page }) => {
    await keepStatistics(page);
    await answerActivity(page, someDays(366, buckets));
    await register(page, "demo-full");
  });

  test("the saved file has every row of the chosen days and bucket, and opens in a spreadsheet", async ({
    page,
  }) => {
    await page.goto("/statistics?days=7&bucket=demo-reports");
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: "CSV로 저장" }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toBe(
      "s3loader-statistics_2026-11-17_2026-11-23_demo-reports.csv",
    );
    const text = await readFile(await file.path(), "utf8");
    expect(text.startsWith("\uFEFFday,bucket,bucket_opened,uploads,")).toBe(true);
    const shown = await table(page, "날짜별").getByRole("row").count();
    expect(text.trimEnd().split("\r\n")).toHaveLength(shown);
  });

  test("the mouse, a finger and the keys each reach a day's exact numbers", async ({ page }) => {
    await page.goto("/statistics?first=2026-11-20&last=2026-11-23");
    const slider = page.getByRole("slider", { name: "살펴볼 날" });
    await expect(slider).toHaveAttribute("aria-valuetext", /11월 23일/);
    const { x, y, width } = (await slider.boundingBox()) ?? { x: 0, y: 0, width: 0 };
    await page.mouse.move(x + width * 0.1, y - 100);
    await expect(slider).toHaveAttribute("aria-valuetext", /11월 20일/);
    await expect(chart(page)).toContainText("2026년 11월 20일 (금)");
    await slider.focus();
    await page.keyboard.press("ArrowRight");
    await expect(slider).toHaveAttribute("aria-valuetext", /11월 21일/);
  });

  test("the address brings the same view back, and the back button leaves the page", async ({
    page,
  }) => {
    await page.goto("/");
    await page.getByRole("link", { name: "통계" }).click();
    await page.getByText("최근 90일").click();
    await page.getByRole("combobox", { name: "버킷" }).selectOption("demo-photos");
    await expect(page).toHaveURL("/statistics?days=90&bucket=demo-photos");
    await page.reload();
    await expect(page.getByRole("radio", { name: "최근 90일" })).toBeChecked();
    await expect(page.getByRole("combobox", { name: "버킷" })).toHaveValue("demo-photos");
    await page.goBack();
    await expect(page).toHaveURL("/");
  });

  test("a year of fifty buckets opens and sorts without a freeze", async ({ page }) => {
    await watchLongTasks(page);
    const fifty = Array.from({ length: 50 }, (_, at) => `bucket-${at}`);
    await page.unroute(/\/api\/activity\?/);
    await answerActivity(page, someDays(366, fifty));
    await page.goto("/statistics?first=2025-11-23&last=2026-11-23");
    await expect(table(page, "날짜별").getByRole("row")).toHaveCount(51);
    await table(page, "날짜별").getByRole("button", { name: "업로드 크기" }).click();
    await page.getByRole("slider").press("Home");
    await expectNoFreeze(page);
  });

  for (const scheme of ["light", "dark"] as const) {
    test(`axe finds nothing on any of its states, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto("/statistics?first=2025-11-23&last=2026-11-23");
      await expect(chart(page)).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize(PHONE);
      expect(await violations(page)).toEqual([]);
      const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(isWider).toBe(false);
      const isTaller = await page.evaluate(
        () => document.documentElement.scrollHeight > innerHeight,
      );
      expect(isTaller).toBe(false);
      await page.goto("/statistics?first=2026-11-20&last=2026-11-02");
      await expect(page.getByText("시작일이 종료일보다 늦어요")).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await answerActivity(page, []);
      await page.goto("/statistics");
      await expect(page.getByText("이 기간에 한 일이 없어요")).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await keepStatistics(page, "off");
      await page.goto("/statistics");
      await expect(page.getByText("이 서버는 통계를 세지 않아요")).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  }
});
