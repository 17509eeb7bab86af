import { expect, type Page } from "@playwright/test";
import { register } from "../e2e/support/app";
import { answerActivity, keepStatistics, someDays } from "../e2e/support/activity";
import { DESKTOP, PHONE, shot } from "./shot";
import { test } from "../e2e/support/test";

const buckets = ["demo-photos", "demo-reports", "demo-archive"];

async function openStatistics(page: Page, search = ""): Promise<void> {
  await page.goto(`/statistics${search}`);
  await expect(page.getByRole("heading", { name: "추이" })).toBeVisible();
}

test("the statistics: 7, 30, 90 and 366 days, one day, sizes, tables, dark, phone, English", async ({
  page,
}) => {
  await page.setViewportSize(DESKTOP);
  await keepStatistics(page);
  await answerActivity(page, someDays(400, buckets));
  await register(page, "demo-full");
  for (const days of [7, 30, 90]) {
    await openStatistics(page, `?days=${days}`);
    await shot(page, `statistics-${days}-ko`);
  }
  await openStatistics(page, "?first=2025-11-23&last=2026-11-23");
  await shot(page, "statistics-366-ko");
  await openStatistics(page, "?first=2026-11-20&last=2026-11-20&bucket=demo-reports");
  await shot(page, "statistics-1-ko");
  await openStatistics(page);
  await page.getByText("크기", { exact: true }).click();
  await page.getByRole("slider").press("ArrowLeft");
  await page.getByRole("slider").press("ArrowLeft");
  await shot(page, "statistics-sizes-ko");
  await openStatistics(page, "?days=90");
  await page.getByRole("button", { name: "다음" }).scrollIntoViewIfNeeded();
  await shot(page, "statistics-tables-ko");
  await openStatistics(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.getByRole("slider").focus();
  await shot(page, "statistics-dark-ko");
  await page.setViewportSize(PHONE);
  await shot(page, "statistics-phone-dark-ko");
  await page.emulateMedia({ colorScheme: "light" });
  await openStatistics(page, "?days=90");
  await shot(page, "statistics-phone-90-ko");
  await page.getByRole("heading", { name: "날짜별" }).scrollIntoViewIfNeeded();
  await page.mouse.move(180, 400);
  await page.mouse.wheel(0, 600);
  await shot(page, "statistics-phone-tables-ko");
  await page.setViewportSize(DESKTOP);
  await openStatistics(page);
  await page.getByRole("button", { name: /한국어/ }).click();
  await page.getByRole("menuitemradio", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Statistics" })).toBeVisible();
  await shot(page, "statistics-en");
});

test("the statistics: nothing done, an impossible range, no answer, loading, kept by nobody", async ({
  page,
}) => {
  await page.setViewportSize(DESKTOP);
  await keepStatistics(page);
  await answerActivity(page, []);
  await register(page, "demo-full");
  await page.goto("/statistics");
  await expect(page.getByText("이 기간에 한 일이 없어요")).toBeVisible();
  await shot(page, "statistics-nothing-ko");
  await page.goto("/statistics?first=2026-11-20&last=2026-11-02&bucket=demo-reports");
  await expect(page.getByRole("alert")).toBeVisible();
  await shot(page, "statistics-range-ko");
  await page.route(/\/api\/activity\?/, () => undefined);
  await page.goto("/statistics");
  await expect(page.getByText("통계를 불러오는 중")).toBeAttached();
  await shot(page, "statistics-loading-ko");
  await page.route(/\/api\/activity\?/, (route) =>
    route.fulfill({
      status: 503,
      contentType: "application/problem+json",
      json: {
        type: "urn:s3loader:error:statistics_unavailable",
        title: "Statistics unavailable",
        status: 503,
        code: "statistics_unavailable",
        detail: "",
        requestId: "11111111-2222-4333-8444-555555555555",
        params: {},
      },
    }),
  );
  await page.goto("/statistics");
  await expect(page.getByText("통계를 불러오지 못했어요")).toBeVisible({ timeout: 15_000 });
  await shot(page, "statistics-failed-ko");
  await keepStatistics(page, "off");
  await page.goto("/statistics");
  await expect(page.getByText("이 서버는 통계를 세지 않아요")).toBeVisible();
  await shot(page, "statistics-off-ko");
});
