import { expect, type Page } from "@playwright/test";
import { choose, holdUploads, open, register, textFiles } from "./support/app";
import { freshPrefix, put } from "./support/aws";
import { test } from "./support/test";

const PREFIX = "e2e/narrow/";
const WIDTHS = [360, 390, 640];

/** A role of AWS IAM Identity Center: names this long are usual. */
async function takeLongName(page: Page): Promise<void> {
  await page.evaluate(() => {
    const key = "s3loader.account";
    const account = JSON.parse(localStorage.getItem(key) ?? "{}") as { identity: object };
    const name =
      "AWSReservedSSO_AdministratorAccess_0123456789abcdef/firstname.lastname@example.com";
    account.identity = { ...account.identity, kind: "role", name };
    localStorage.setItem(key, JSON.stringify(account));
  });
}

async function expectFits(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 740 });
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await expect.poll(overflow, `px wider than ${width}`).toBeLessThanOrEqual(0);
  }
}

/** Every answer is on the screen of a small phone, not cut and not below it. */
async function expectAnswersInSight(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  const answers = page.getByRole("alertdialog").getByRole("button");
  await expect(answers).toHaveCount(4);
  for (const answer of await answers.all()) await expect(answer).toBeInViewport({ ratio: 1 });
}

test("no page is wider than its window, even with a long role name, in both languages", async ({
  page,
}) => {
  await freshPrefix("demo-reports", PREFIX);
  await put("demo-reports", `${PREFIX}taken.txt`, "old");
  await holdUploads(page);
  await page.goto("/");
  await expect(page.getByLabel("Access Key ID")).toBeVisible();
  await expectFits(page);
  await register(page, "demo-full");
  await takeLongName(page);
  await open(page, "demo-reports", PREFIX);
  await expectFits(page);
  await choose(page, textFiles("taken.txt", `${"아주 긴 이름 ".repeat(12)}.txt`, "b.txt"));
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toBeVisible();
  await expectFits(page);
  await expectAnswersInSight(page);
  await dialog.getByRole("button", { name: "나중에 결정" }).click();
  await expect(dialog).toBeHidden();
  await expectFits(page);

  await page.getByRole("button", { name: "언어: 한국어" }).click();
  await page.getByRole("menuitemradio", { name: "English" }).click();
  await expect(page.getByRole("button", { name: "Upload", exact: true })).toBeVisible();
  await expectFits(page);
  await page.getByRole("button", { name: "1 needs a decision" }).click();
  await expect(dialog).toBeVisible();
  await expectFits(page);
  await expectAnswersInSight(page);
});

test("the permissions are no wider than their window, with many places and long names", async ({
  page,
}) => {
  await register(page, "demo-uploader");
  await takeLongName(page);
  const long = encodeURIComponent(`demo-reports/${"아주-긴-경로/".repeat(20)}`);
  await page.goto(`/permissions?place=demo-reports/inbox/&place=demo-photos/&place=${long}`);
  await expect(page.getByText("arn:aws:iam::000000000000:user/demo-uploader")).toBeVisible();
  await expectFits(page);
  await page.getByRole("button", { name: /^파일 업로드/ }).click();
  await expectFits(page);
  await page.getByRole("tab", { name: "정책" }).click();
  await page.getByRole("button", { name: /^demo-uploader/ }).click();
  await expectFits(page);
  await page.getByRole("tab", { name: "JSON" }).click();
  await expectFits(page);
});
