import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { open, register } from "./support/app";

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

for (const scheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the form, the list and the empty list (${scheme})`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto("/");
    await expect(page.getByLabel("Access Key ID")).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await register(page, "demo-full");
    await open(page, "demo-reports");
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await violations(page)).toEqual([]);
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

test("English is one switch away, and remembered", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: /한국어/ }).click();
  await page.getByRole("menuitemradio", { name: "English" }).click();
  await expect(page.getByRole("button", { name: "Register" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Register" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});
