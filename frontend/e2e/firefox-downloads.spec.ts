import { PutObjectCommand } from "@aws-sdk/client-s3";
import { expect, test } from "@playwright/test";
import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { freshPrefix, s3 } from "./support/aws";
import { BUCKET, putRandom, putSmall } from "./support/downloads";
import { digests, smallFiles } from "./support/files";
import {
  click,
  dockText,
  openPrefix,
  refusals,
  registered,
  selectAll,
  startFirefox,
} from "./support/firefox";
import { Meter } from "./support/meter";

const PREFIX = "e2e/firefox-downloads/";
const PART = 16 * 1024 * 1024;

let work: string;
let folder: string;
let meter: Meter;
let firefox: Browser;
/** Questions that a person would have had to answer. */
let asked: string[];
/** By the Content-Security-Policy. */
let refused: readonly string[];

test.beforeEach(async () => {
  test.setTimeout(600_000); // where Firefox has to be installed first
  await freshPrefix(BUCKET, PREFIX);
  asked = [];
  work = await mkdtemp(join(tmpdir(), "s3loader-"));
  folder = join(work, "received");
  await mkdir(folder);
  meter = new Meter();
  firefox = await startFirefox({ folder, proxyPort: await meter.listen() });
});

test.afterEach(async () => {
  await firefox.close();
  meter.close();
  await rm(work, { recursive: true });
});

/** Presses '다운로드' with all selected that lies below the prefix. */
async function downloadAll(): Promise<Page> {
  const page = await registered(firefox, "demo-full");
  page.on("dialog", (dialog) => {
    if (dialog.type() === "beforeunload") void dialog.accept();
    else asked.push(dialog.message());
  });
  refused = await refusals(page);
  await openPrefix(page, BUCKET, PREFIX);
  await selectAll(page);
  await click(page, "다운로드");
  return page;
}

/** Waits until Firefox has saved that many files; they are unfinished while there is a `.part`. */
async function saved(count: number): Promise<Record<string, string>> {
  await expect
    .poll(async () => (await readdir(folder)).filter((name) => !name.endsWith(".part")).length)
    .toBe(count);
  await expect.poll(() => readdir(folder)).not.toContainEqual(expect.stringMatching(/\.part$/));
  expect(asked).toEqual([]);
  expect(refused).toEqual([]);
  return digests(folder);
}

test("300 MB are saved with no question; a reload in the middle keeps all but the parts under way", async () => {
  const size = 300_000_000;
  const digest = await putRandom(`${PREFIX}영상.bin`, size);
  const held = meter.holdAfter(260_000_000); // more than twelve connections can have under way
  const page = await downloadAll();
  await held;
  const { connections } = meter;
  await page.reload();
  meter.release();

  await expect.poll(() => dockText(page), { timeout: 120_000 }).toContain("1 완료");
  expect(await saved(1)).toEqual({ "영상.bin": digest });
  expect(meter.bytes - size).toBeLessThan(connections * PART);
});

test("200 small files with odd names and a tree are saved one by one with no question", async () => {
  const sent = join(work, "sent");
  for (const path of await smallFiles(sent, 200)) {
    const object = { Key: PREFIX + basename(path), Body: await readFile(path) };
    await s3().send(new PutObjectCommand({ Bucket: BUCKET, ...object }));
  }
  const tree = await putSmall(PREFIX, ["tree/a.txt", "tree/deep/a.txt", "tree/deep/er/b.txt"]);
  const page = await downloadAll();
  await expect.poll(() => dockText(page), { timeout: 120_000 }).toContain("203 완료");

  const here = await saved(203);
  const digestsSent = { ...(await digests(sent)), ...tree };
  expect(Object.values(here).sort()).toEqual(Object.values(digestsSent).sort());
  expect(here).toMatchObject({ "tree_a.txt": tree["tree/a.txt"] });
});
