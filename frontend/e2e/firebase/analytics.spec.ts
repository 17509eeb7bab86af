import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { choose, open, register, textFiles } from "../support/app";
import { freshPrefix, put } from "../support/aws";
import { done, download } from "../support/downloads";
import { pickFolder } from "../support/folder";
import { demo } from "../support/stack";
import { block, Google, strangers } from "./support/google";
import { test } from "../support/test";

const BUCKET = "demo-reports";
const PREFIX = "e2e/canary-prefix/";
const KEY = "canary-key";

/** The property, the page and the browser: what Google's own code adds to every event. */
const OWN_PARAMS = ["v", "tid", "cid", "ul", "dl", "dt", "dr", "_fid", "ep.origin", "ep.bucket"];

const question = (page: Page) =>
  page.getByRole("region", { name: "사용 통계를 Google에 보내도 될까요?" });
const agree = (page: Page) =>
  question(page).getByRole("button", { name: "동의", exact: true }).click();

/** What has been counted is told when the page is left. */
async function leave(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event("pagehide")));
}

/** Uploads two files, downloads one and deletes one. */
async function work(page: Page): Promise<void> {
  await choose(page, textFiles(`${KEY}-1.txt`, `${KEY}-2.txt`));
  await done(page, 2);
  await download(page, `${KEY}-0.txt`);
  await done(page, 3);
  await page.getByRole("button", { name: "선택 해제" }).click();
  await page.getByRole("checkbox", { name: `${KEY}-1.txt` }).click();
  await page.getByRole("button", { name: "삭제", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("textbox").fill("delete");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alertdialog")).toBeHidden();
}

/** What a developer would see but for what the browser and the SDK say themselves of blocked requests. */
function errors(page: Page): string[] {
  const seen: string[] = [];
  page.on("pageerror", (error) => seen.push(String(error)));
  page.on("console", (message) => {
    const isOfBlocked = /^(Failed to load resource|TypeError: Failed to fetch)/.test(
      message.text(),
    );
    if (message.type() === "error" && !isOfBlocked) seen.push(message.text());
  });
  return seen;
}

const others = (page: Page) => strangers(page, [demo().appUrl, demo().awsEndpoint]);

test.beforeEach(async ({ page }) => {
  await freshPrefix(BUCKET, PREFIX);
  await put(BUCKET, `${PREFIX}${KEY}-0.txt`, "x");
  await pickFolder(page);
  await register(page, "demo-full");
});

test("before an answer, and after 동의 안 함, no other host is asked for anything", async ({
  page,
  context,
}) => {
  await Google.answer(context);
  const seen = others(page);
  await open(page, BUCKET, PREFIX);
  await expect(question(page)).toContainText("파일 이름, 경로, 계정, 액세스 키는 보내지 않아요");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await work(page);
  await question(page).getByRole("button", { name: "동의 안 함" }).click();
  await expect(question(page)).toBeHidden();
  await expect(page.getByRole("main")).toBeFocused();
  await open(page, BUCKET, PREFIX);
  await expect(page.getByRole("grid")).toBeVisible();
  await leave(page);
  await expect(question(page)).toBeHidden();
  expect(seen).toEqual([]);
});

test("after 동의 four events go, with bucket and count alone; no key, path, account, title or address", async ({
  page,
  context,
}) => {
  const google = await Google.answer(context);
  const seen = others(page);
  const failed = errors(page);
  await open(page, BUCKET, PREFIX);
  await agree(page);
  await expect(question(page)).toBeHidden();
  await page.goto(`/b/${BUCKET}?prefix=${PREFIX}&object=${PREFIX}${KEY}-0.txt`);
  await expect(page).toHaveTitle(new RegExp(PREFIX));
  await expect.poll(() => google.collected.length).toBe(1);
  await open(page, BUCKET, PREFIX);
  await expect.poll(() => google.collected.length).toBe(2);
  await work(page);
  await leave(page);
  const told = () =>
    google.collected.map(({ name, params }) => [
      name,
      params["ep.bucket"],
      Number(params["epn.count"] ?? 0),
    ]);
  await expect
    .poll(() => told().sort())
    .toEqual([
      ["bucket_open", BUCKET, 0],
      ["bucket_open", BUCKET, 0],
      ["delete_complete", BUCKET, 1],
      ["download_complete", BUCKET, 1],
      ["upload_complete", BUCKET, 2],
    ]);
  const home = `${demo().appUrl.replace(/\/$/, "")}/`;
  for (const { params } of google.collected) {
    expect(Object.keys(params).filter((name) => !OWN_PARAMS.includes(name))).toEqual(
      params["epn.count"] === undefined ? [] : ["epn.count"],
    );
    expect(params).toMatchObject({ dl: home, dt: "S3 Loader", dr: home });
  }
  const { accessKeyId, secretAccessKey } = demo().users["demo-full"];
  for (const canary of [PREFIX, KEY, "canary", "000000000000", accessKeyId, secretAccessKey]) {
    expect(seen.filter((request) => request.includes(canary))).toEqual([]);
  }
  expect(seen.filter((request) => request.includes("/b/"))).toEqual([]);
  expect(failed).toEqual([]);
});

test("where Google is blocked all works and nobody hears of it", async ({ page, context }) => {
  const asked = await block(context);
  const failed = errors(page);
  await open(page, BUCKET, PREFIX);
  await agree(page);
  await open(page, BUCKET, PREFIX);
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  await work(page);
  await leave(page);
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(failed).toEqual([]);
  expect(asked.length).toBeLessThan(20);
});

test("turned off in the settings it is silent at once and after a reload, in other tabs too", async ({
  page,
  context,
}) => {
  const google = await Google.answer(context);
  await open(page, BUCKET, PREFIX);
  await agree(page);
  await open(page, BUCKET, PREFIX);
  await expect.poll(() => google.collected.length).toBe(1);
  const other = await context.newPage();
  await other.goto("/settings");
  const toggle = other.getByRole("checkbox", { name: "사용 통계를 Google에 보내기" });
  await expect(toggle).toBeChecked();
  expect((await new AxeBuilder({ page: other }).analyze()).violations).toEqual([]);
  expect((await context.cookies()).map(({ name }) => name)).toContain("_ga");
  await toggle.click();
  await expect(other.getByText("보내지 않아요.", { exact: true })).toBeVisible();
  await expect.poll(async () => (await context.cookies()).length).toBe(0);
  await work(page);
  await open(page, "demo-photos");
  await leave(page);
  await page.reload();
  await expect(page.getByRole("grid")).toBeVisible();
  const asked = google.asked.length;
  await open(page, BUCKET, PREFIX);
  await leave(page);
  expect(google.collected).toHaveLength(1);
  expect(google.asked).toHaveLength(asked);
});

test("a browser that says Do Not Track is not asked, and may still be told to agree", async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "doNotTrack", { value: "1" });
  });
  await open(page, BUCKET, PREFIX);
  await page.goto("/settings");
  await expect(page.getByRole("checkbox", { name: /Google에 보내기/ })).not.toBeChecked();
  await expect(question(page)).toBeHidden();
});
