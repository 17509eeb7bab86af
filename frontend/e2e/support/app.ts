import { expect, type Page } from "@playwright/test";
import { demo, type AccessKeys, type DemoUser } from "./stack";

interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Fills the account form with a demo user's keys, as that person would. */
export async function register(page: Page, user: DemoUser): Promise<void> {
  await registerKeys(page, demo().users[user]);
}

export async function registerKeys(page: Page, keys: AccessKeys): Promise<void> {
  const { accessKeyId, secretAccessKey } = keys;
  await page.goto("/");
  await page.getByLabel("Access Key ID").fill(accessKeyId);
  await page.getByLabel("Secret Access Key", { exact: true }).fill(secretAccessKey);
  await page.getByRole("button", { name: "등록" }).click();
  await expect(page.getByRole("heading", { name: "AWS 계정 연결" })).toBeHidden();
}

/** Opens a bucket and prefix by its address, as a bookmark would. */
export async function open(page: Page, bucket: string, prefix = ""): Promise<void> {
  await page.goto(`/b/${bucket}${prefix ? `?prefix=${encodeURIComponent(prefix)}` : ""}`);
  await expect(page.getByRole("grid")).toBeVisible();
}

/** Chooses files through the upload button. */
export async function choose(page: Page, paths: string | string[] | ChosenFile[]): Promise<void> {
  await chooseBy(page, "업로드", paths);
}

/**
 * Chooses files through the button of that name, as in a browser that gives no handles: Playwright
 * sees the file chooser of an input alone.
 */
export async function chooseBy(
  page: Page,
  name: string,
  paths: string | string[] | ChosenFile[],
): Promise<void> {
  await page.evaluate(() => void Object.assign(window, { showOpenFilePicker: undefined }));
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name, exact: true }).click();
  await (await chooser).setFiles(paths);
}

/** The app cannot learn what is allowed here, so that S3's own refusal is what a person meets. */
export async function hidePermissions(page: Page): Promise<void> {
  await page.route("**/api/permissions/effective*", (route) => route.abort());
}

/** Small files that need no disk. */
export function textFiles(...names: readonly string[]): ChosenFile[] {
  return names.map((name) => ({ name, mimeType: "text/plain", buffer: Buffer.from(name) }));
}

/** S3 answers no upload of this page from now on: what was sent stays under way. */
export async function holdUploads(page: Page): Promise<void> {
  const { port } = new URL(demo().awsEndpoint); // the one endpoint has several names
  const isUpload = (url: URL) => url.port === port;
  await page.route(isUpload, () => undefined);
}
