import { expect } from "@playwright/test";
import { register } from "./support/app";
import { demo } from "./support/stack";
import { test } from "./support/test";

test("a reload keeps the account, and 초기화 brings the form back", async ({ page }) => {
  await register(page, "demo-full");
  await page.reload();
  await expect(page.getByRole("link", { name: /demo-photos/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /user\/demo-full/ })).toBeVisible();

  await page.getByRole("button", { name: /user\/demo-full/ }).click();
  await page.getByRole("button", { name: "초기화" }).click();
  await expect(page.getByLabel("Access Key ID")).toBeEditable();
  await page.reload();
  await expect(page.getByLabel("Access Key ID")).toBeEditable();
});

test("the browser stores no secret key", async ({ page, context }) => {
  await register(page, "demo-full");
  const stored = JSON.stringify([
    await context.storageState({ indexedDB: true }),
    await page.evaluate(() => JSON.stringify(sessionStorage)),
  ]);
  expect(stored).not.toContain(demo().users["demo-full"].secretAccessKey);
});

for (const [what, change, message] of [
  ["an unknown key", { accessKeyId: "AKIAIOSFODNN7EXAMPLE" }, /Access Key ID/],
  [
    "a wrong secret",
    { secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" },
    /Secret Access Key/,
  ],
] as const) {
  test(`${what} gets its own message and loses nothing that was typed`, async ({ page }) => {
    const keys = { ...demo().users["demo-full"], ...change };
    await page.goto("/");
    await page.getByLabel("Access Key ID").fill(keys.accessKeyId);
    await page.getByLabel("Secret Access Key", { exact: true }).fill(keys.secretAccessKey);
    await page.getByRole("button", { name: "등록" }).click();
    await expect(page.getByText(message).last()).toBeVisible();
    await expect(page.getByLabel("Access Key ID")).toHaveValue(keys.accessKeyId);
    await expect(page.getByLabel("Secret Access Key", { exact: true })).toHaveValue(
      keys.secretAccessKey,
    );
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(
      keys.secretAccessKey,
    );
  });
}

test("pasting an export block into one field fills all of them", async ({ page }) => {
  const { accessKeyId, secretAccessKey } = demo().users["demo-full"];
  await page.goto("/");
  const block = `export AWS_ACCESS_KEY_ID=${accessKeyId}\nexport AWS_SECRET_ACCESS_KEY=${secretAccessKey}\n`;
  await page.getByLabel("Access Key ID").focus();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const event = new ClipboardEvent("paste", {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    });
    document.activeElement?.dispatchEvent(event);
  }, block);
  await expect(page.getByLabel("Secret Access Key", { exact: true })).toHaveValue(secretAccessKey);
  await page.getByRole("button", { name: "등록" }).click();
  await expect(page.getByRole("link", { name: /demo-photos/ })).toBeVisible();
});

test("a token from another installation opens the form again and says why", async ({ page }) => {
  await register(page, "demo-full");
  await page.route("**/api/buckets*", (route) =>
    route.continue({
      headers: { ...route.request().headers(), authorization: "Bearer s3l1.forged" },
    }),
  );
  await page.reload();
  await expect(page.getByLabel("Access Key ID")).toBeEditable();
  await expect(page.getByText(/다시 등록/).first()).toBeVisible();
});
