import { AxeBuilder } from "@axe-core/playwright";
import type { CORSRule } from "@aws-sdk/client-s3";
import { expect, type Page } from "@playwright/test";
import { choose, open, register, textFiles } from "./support/app";
import { body, freshPrefix } from "./support/aws";
import { OTHERS, rulesOf, setRules } from "./support/cors";
import { demo } from "./support/stack";
import { test } from "./support/test";

const BUCKET = "demo-no-cors";
const PREFIX = "e2e/cors/";

const dock = (page: Page) => page.getByRole("region", { name: "전송" });

/** Leads from a failed transfer to the doctor. */
async function askDoctor(page: Page): Promise<void> {
  await dock(page).getByRole("link", { name: "진단하고 고치기" }).click();
  await expect(page.getByRole("heading", { name: `${BUCKET} CORS 진단` })).toBeVisible();
}

test.beforeEach(() => freshPrefix(BUCKET, PREFIX));
test.afterEach(() => setRules(BUCKET));

test("a bucket that keeps the page out is named at once, mended from the page, and then takes the files", async ({
  page,
}) => {
  await setRules(BUCKET, OTHERS);
  await register(page, "demo-full");
  await open(page, BUCKET, PREFIX);
  await choose(page, textFiles("a.txt", "b.txt"));
  // Far sooner than an outage of the line would be given up.
  await expect(dock(page).getByText("2 실패")).toBeVisible({ timeout: 8_000 });
  await expect(dock(page).getByText("이 주소 허용 없음").first()).toBeVisible();

  await askDoctor(page);
  await expect(page.getByRole("heading", { name: "버킷이 이 앱을 허용하지 않아요" })).toBeVisible();
  await page.getByRole("button", { name: "규칙 추가" }).click();
  const question = page.getByRole("alertdialog", { name: "이 규칙을 추가할까요?" });
  await expect(question).toContainText("1개에서 2개가 돼요");
  expect(await rulesOf(BUCKET)).toEqual([OTHERS]);
  await question.getByRole("button", { name: "규칙 추가" }).click();
  await expect(
    page.getByRole("heading", { name: "이제 파일을 올리고 받을 수 있어요" }),
  ).toBeFocused();
  const [first, second, ...more] = await rulesOf(BUCKET);
  expect([first, more]).toEqual([OTHERS, []]);
  expect(second?.AllowedOrigins).toEqual([new URL(page.url()).origin]);

  await dock(page).getByRole("button", { name: "실패 다시 시도" }).click();
  await expect(dock(page).getByText("2 완료")).toBeVisible();
  for (const name of ["a.txt", "b.txt"]) expect(await body(BUCKET, PREFIX + name)).toBe(name);
  await page.getByRole("link", { name: "버킷으로 돌아가기" }).first().click();
  await expect(page.getByRole("grid")).toContainText("a.txt");
});

test("rules that only hide the ETag are named as that, and the mended ones answer first", async ({
  page,
}) => {
  const hiding: CORSRule = {
    ID: "hides",
    AllowedOrigins: ["*"],
    AllowedMethods: ["GET", "HEAD", "PUT"],
    AllowedHeaders: ["*"],
  };
  await setRules(BUCKET, OTHERS, hiding);
  await register(page, "demo-full");
  await page.goto(`/b/${BUCKET}/cors`);
  await expect(page.getByRole("heading", { name: /규칙에 빠진 것이 있어요/ })).toBeVisible();
  await expect(page.getByRole("list", { name: "빠진 것" })).toContainText("ETag");
  await page.getByRole("button", { name: "규칙 추가" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question).toContainText("2번째");
  await question.getByRole("button", { name: "규칙 추가" }).click();
  await expect(
    page.getByRole("heading", { name: "이제 파일을 올리고 받을 수 있어요" }),
  ).toBeVisible();
  const after = await rulesOf(BUCKET);
  expect([after[0], after[2]]).toEqual([OTHERS, hiding]);
});

test("demo-reader cannot mend it, hears why on hover and by screen reader, and gets a message to send", async ({
  page,
}) => {
  await register(page, "demo-reader");
  await page.goto(`/b/${BUCKET}/cors`);
  const repair = page.getByRole("button", { name: "규칙 추가" });
  await expect(repair).toHaveAccessibleDescription(/s3:PutBucketCORS/);
  // A pointer comes from somewhere: on a fresh page its first step opens no tooltip.
  await page.getByRole("heading", { level: 1 }).hover();
  await repair.hover();
  await expect(page.getByRole("tooltip")).toContainText("s3:PutBucketCORS");
  await repair.press("Enter");
  await expect(page.getByRole("dialog")).toContainText("s3:PutBucketCORS");
  await page.keyboard.press("Escape");
  const message = page.getByRole("group", { name: "보낼 내용" });
  await expect(message).toContainText(new URL(page.url()).origin);
  // It cannot read the rules that are there, so it gets no command that would replace them.
  await expect(message).not.toContainText("put-bucket-cors");
});

test("an endpoint that does not answer is named as that, not as the bucket's rules", async ({
  page,
}) => {
  const { port } = new URL(demo().awsEndpoint);
  await register(page, "demo-full");
  await page.route(
    (url) => url.port === port,
    (route) => route.abort("connectionrefused"),
  );
  await page.goto(`/b/demo-reports/cors`);
  await expect(page.getByRole("heading", { name: "S3에 연결할 수 없어요" })).toBeVisible();
  await expect(page.getByRole("button", { name: "규칙 추가" })).toBeHidden();
  await page.unroute((url) => url.port === port);
});

for (const scheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the doctor's page and its question (${scheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await setRules(BUCKET, OTHERS);
    await register(page, "demo-full");
    await page.goto(`/b/${BUCKET}/cors`);
    await expect(page.getByRole("button", { name: "규칙 추가" })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.getByRole("button", { name: "규칙 추가" }).click();
    await expect(page.getByRole("alertdialog")).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}
