import { expect, type Browser, type Page } from "@playwright/test";
import { choose, open, register, textFiles } from "../support/app";
import { freshPrefix, objects, put } from "../support/aws";
import { disable, forgetEverybody, mailedLink } from "./support/authEmulator";
import { test } from "../support/test";

const LEE = "lee@example.com";
const PREFIX = "e2e/sign-in/";

test.beforeEach(forgetEverybody);

async function askForLink(page: Page, email: string): Promise<string> {
  await page.getByLabel("이메일", { exact: true }).fill(email);
  await page.getByRole("button", { name: "로그인 링크 보내기" }).click();
  await expect(page.getByText(`${email} 주소로 링크를 보냈어요`)).toBeVisible();
  return mailedLink(email);
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/");
  await page.goto(await askForLink(page, email));
  await expect(account(page, email)).toBeVisible();
}

const account = (page: Page, email: string) => page.getByRole("button", { name: email });

async function signOut(page: Page, email: string): Promise<void> {
  await account(page, email).click();
  await page.getByRole("button", { name: "로그아웃" }).click();
}

/** A file of `PREFIX` in the list of demo-photos, ready to be deleted. */
async function confirmDeletion(page: Page, name: string): Promise<void> {
  await page.getByRole("row", { name }).getByRole("checkbox").click();
  await page.getByRole("button", { name: "삭제", exact: true }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("textbox").fill("delete");
  await dialog.getByRole("button", { name: "확인" }).click();
}

/** Everything of Firebase that a page asked for: its code, and its servers. */
function firebaseRequests(page: Page): string[] {
  const seen: string[] = [];
  page.on("request", (request) => {
    if (/firebase|identitytoolkit|securetoken|googleapis/i.test(request.url())) {
      seen.push(request.url());
    }
  });
  return seen;
}

test("a link by e-mail signs in, nothing of it stays in the address, a reload keeps it", async ({
  page,
}) => {
  await signIn(page, LEE);
  expect(new URL(page.url()).search).toBe("");
  await account(page, LEE).click();
  const panel = page.getByRole("dialog", { name: "연결된 계정" });
  await expect(panel.getByText("서버의 AWS 계정", { exact: true })).toBeVisible();
  await expect(panel.getByText(/^arn:aws:/)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(account(page, LEE)).toBeVisible();
  await expect(page.getByRole("link", { name: "demo-photos" })).toBeVisible();
});

test("the page's own storage holds no ID token, no code and no link", async ({ page }) => {
  await signIn(page, LEE);
  await expect(page.getByRole("link", { name: "demo-photos" })).toBeVisible();
  const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  expect(stored).toContain(LEE);
  expect(stored).not.toMatch(/eyJ|oobCode|token/i);
});

test("who has signed in uploads, and sees the buckets of their list alone", async ({ page }) => {
  await freshPrefix("demo-photos", PREFIX);
  await signIn(page, LEE);
  await expect(page.getByRole("link", { name: "demo-reports" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "버킷" }).getByRole("link")).toHaveCount(2);
  await open(page, "demo-photos", PREFIX);
  await choose(page, textFiles("signed-in.txt"));
  await expect(page.getByText("1 완료")).toBeVisible();
  expect((await objects("demo-photos", PREFIX)).has(`${PREFIX}signed-in.txt`)).toBe(true);

  await page.goto("/b/demo-media");
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByRole("grid")).toBeHidden();
});

test("after an administrator has disabled a person, nothing is deleted and they are told", async ({
  page,
}) => {
  await freshPrefix("demo-photos", PREFIX);
  await put("demo-photos", `${PREFIX}keep.txt`, "keep");
  await signIn(page, LEE);
  await open(page, "demo-photos", PREFIX);
  await disable(LEE);
  await confirmDeletion(page, "keep.txt");
  const again = page.getByRole("alertdialog", { name: "서버 계정으로 로그인" });
  await expect(again.getByText("로그인이 유효하지 않아요")).toBeVisible();
  expect((await objects("demo-photos", PREFIX)).has(`${PREFIX}keep.txt`)).toBe(true);

  await again.getByRole("button", { name: "로그인 링크 보내기" }).click();
  await page.goto(await mailedLink(LEE));
  await expect(page.getByText("사용이 중지된 계정이에요")).toBeVisible();
  await again.getByRole("button", { name: "로그아웃" }).click();
  await expect(page.getByRole("heading", { name: "AWS 계정 연결" })).toBeVisible();
});

test("an address outside the domain is refused by its name, and may try another", async ({
  page,
}) => {
  await page.goto("/");
  await page.goto(await askForLink(page, "eve@other.test"));
  await expect(page.getByText("eve@other.test 주소로는 쓸 수 없어요")).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem("s3loader.account"))).toBeNull();
  await page.goto(await askForLink(page, LEE));
  await expect(account(page, LEE)).toBeVisible();
});

test("a link that was opened before says so, and another one can be sent", async ({
  page,
  context,
}) => {
  await page.goto("/");
  const link = await askForLink(page, LEE);
  await page.goto(link);
  await signOut(page, LEE);
  const again = await context.newPage();
  await again.goto(link);
  await again.getByLabel("이메일", { exact: true }).fill(LEE);
  await again.getByRole("button", { name: "로그인", exact: true }).click();
  await expect(again.getByText("쓸 수 없는 로그인 링크예요")).toBeVisible();
  await expect(again.getByRole("button", { name: "로그인 링크 보내기" })).toBeVisible();
});

test("a link that is opened on another device asks for its address", async ({
  page,
  browser,
  police,
}) => {
  await page.goto("/");
  const link = await askForLink(page, LEE);
  const other = await otherDevice(browser);
  police(other.context());
  await other.goto(link);
  await other.getByLabel("이메일", { exact: true }).fill("kim@example.com");
  await other.getByRole("button", { name: "로그인", exact: true }).click();
  await expect(other.getByText("이메일 주소를 확인해 주세요")).toBeVisible();
  await other.getByLabel("이메일", { exact: true }).fill(LEE);
  await other.getByRole("button", { name: "로그인", exact: true }).click();
  await expect(account(other, LEE)).toBeVisible();
  await other.context().close();
});

async function otherDevice(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

test("tabs sign in and out together", async ({ page, context }) => {
  await page.goto("/");
  const link = await askForLink(page, LEE);
  const second = await context.newPage();
  await second.goto(link);
  await expect(account(second, LEE)).toBeVisible();
  await expect(page.getByRole("link", { name: "demo-photos" })).toBeVisible();
  await signOut(second, LEE);
  for (const each of [page, second]) {
    await expect(each.getByRole("heading", { name: "AWS 계정 연결" })).toBeVisible();
  }
  await page.reload();
  await expect(page.getByRole("heading", { name: "AWS 계정 연결" })).toBeVisible();
});

test("who has signed in may register keys of their own, in a dialog with nothing above it", async ({
  page,
}) => {
  await signIn(page, LEE);
  await account(page, LEE).click();
  await page.getByRole("button", { name: "내 키 등록하기" }).click();
  await expect(page.getByRole("dialog", { name: "연결된 계정" })).toHaveCount(0);
  await page.getByRole("textbox", { name: "Access Key ID" }).click();
});

test("own keys beside it ask nothing of Firebase", async ({ page }) => {
  const seen = firebaseRequests(page);
  await register(page, "demo-full");
  await expect(page.getByRole("link", { name: "demo-photos" })).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: /user\/demo-full/ }).click();
  await page.getByRole("button", { name: "초기화" }).click();
  await expect(page.getByRole("heading", { name: "서버 계정으로 로그인" })).toBeVisible();
  expect(seen).toEqual([]);
});

test("Google that cannot be reached says so, and the form beside it still works", async ({
  page,
}) => {
  await page.route(/^https:\/\//, (route) => route.abort());
  await page.goto("/");
  await page.getByRole("button", { name: "Google로 로그인" }).click();
  await expect(page.getByText("로그인 서비스에 연결하지 못했어요")).toBeVisible();
  await expect(page.getByLabel("Access Key ID")).toBeEditable();
});
