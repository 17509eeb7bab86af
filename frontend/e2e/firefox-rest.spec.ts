import { expect, test } from "@playwright/test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import { freshPrefix, head } from "./support/aws";
import { bigFile } from "./support/files";
import {
  aria,
  click,
  dockText,
  openPrefix,
  refusals,
  registered,
  startFirefox,
} from "./support/firefox";
import { Meter } from "./support/meter";

const BUCKET = "demo-reports";
const PREFIX = "e2e/firefox/";

let work: string;
let firefox: Browser;
const meter = new Meter();

test.beforeAll(async () => {
  test.setTimeout(600_000); // where Firefox has to be installed first
  work = await mkdtemp(join(tmpdir(), "s3loader-"));
  firefox = await startFirefox({ folder: work, proxyPort: await meter.listen() });
});

test.afterAll(async () => {
  await firefox.close();
  meter.close();
  await rm(work, { recursive: true });
});

test("in Firefox 120 MB arrive by parts, are listed, and the deletion asks for the word", async () => {
  test.setTimeout(120_000);
  await freshPrefix(BUCKET, PREFIX);
  const file = await bigFile(join(work, "sent.bin"), 120_000_000);
  const page = await registered(firefox, "demo-full");
  const refused = await refusals(page);
  await openPrefix(page, BUCKET, PREFIX);

  const chooser = page.waitForFileChooser();
  await click(page, "업로드");
  await (await chooser).accept([file]);
  await expect.poll(() => dockText(page), { timeout: 90_000 }).toContain("1 완료");

  const uploaded = await head(BUCKET, `${PREFIX}sent.bin`);
  expect(uploaded.ContentLength).toBe(120_000_000);
  expect(uploaded.ETag).toMatch(/-\d+"$/);

  await page.locator(aria("sent.bin", "checkbox")).click();
  await click(page, "삭제");
  const dialog = await page.waitForSelector("[role=alertdialog], [role=dialog]");
  expect(await dialog?.evaluate(({ textContent }) => textContent)).toContain(
    "삭제를 원하시면 아래 입력창에 delete를 입력 후 확인 버튼을 누르세요",
  );
  expect(refused, "what the Content-Security-Policy refused").toEqual([]);
});
