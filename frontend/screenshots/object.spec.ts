import { expect } from "@playwright/test";
import { register } from "../e2e/support/app";
import { PHONE, shot } from "./shot";
import { test } from "../e2e/support/test";

test("an object: preview and details, its link, dark, phone", async ({ page }) => {
  const folder = "/b/demo-reports?prefix=reports%2F2026%2Fq3%2F&object=reports%2F2026%2Fq3%2F";
  await page.setViewportSize({ width: 1440, height: 900 });
  await register(page, "demo-full");
  await page.goto(`${folder}${encodeURIComponent("매출.csv")}`);
  await expect(page.getByRole("columnheader", { name: "지역" })).toBeVisible();
  await shot(page, "object-ko");
  await page.getByRole("button", { name: "링크 복사" }).click();
  await shot(page, "object-link-ko");
  await page.keyboard.press("Escape");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(`${folder}report.pdf`);
  await expect(page.getByRole("img", { name: /report\.pdf/ })).toBeVisible();
  await shot(page, "object-pdf-dark-ko");
  await page.setViewportSize(PHONE);
  await shot(page, "object-phone-dark-ko");
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(`${folder}images%2Fchart.png`);
  await expect(page.getByRole("img", { name: /chart\.png/ })).toBeVisible();
  await shot(page, "object-phone-ko");
});
