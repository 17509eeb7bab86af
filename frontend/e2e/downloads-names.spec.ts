import { PutObjectCommand } from "@aws-sdk/client-s3";
import { expect, type Page } from "@playwright/test";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { freshPrefix, put, s3 } from "./support/aws";
import {
  BUCKET,
  dock,
  done,
  download,
  downloadAll,
  openDownloads,
  putSmall,
  transfer,
} from "./support/downloads";
import { digests, smallFiles } from "./support/files";
import { folderDigests, pickFolderOnDisk, sha256, writeThere } from "./support/folder";
import { test } from "./support/test";

const PREFIX = "e2e/downloads-names/";

test.beforeEach(() => freshPrefix(BUCKET, PREFIX));

test.describe("where no file can be moved and Windows' names are refused", () => {
  /** Names of `smallFiles` that such a folder does not take. */
  const mapped: Readonly<Record<string, string>> = {
    "question?mark#hash.md": "question_mark#hash.md",
    'it\'s quoted "so".json': "it's quoted _so_.json",
    "trailing.dots..": "trailing.dots__",
    "back\\slash.txt": "back_slash.txt",
  };

  test("200 small files with odd names arrive, each under a name that it can have", async ({
    page,
  }) => {
    const work = await mkdtemp(join(tmpdir(), "s3loader-"));
    for (const path of await smallFiles(work, 200)) {
      const object = { Key: PREFIX + basename(path), Body: await readFile(path) };
      await s3().send(new PutObjectCommand({ Bucket: BUCKET, ...object }));
    }
    await openDownloads(page, PREFIX, pickFolderOnDisk);
    await downloadAll(page);
    await done(page, 200);
    const sent = Object.entries(await digests(work));
    const expected = sent.map(([name, digest]) => [mapped[name] ?? name, digest]);
    expect(await folderDigests(page)).toEqual(Object.fromEntries(expected));
    await rm(work, { recursive: true });
  });

  test("a name that the folder refuses is changed for all to see, twins get numbers", async ({
    page,
  }) => {
    const names = ["a:b.txt", "a_b.txt", "con.txt", "~draft.txt", "site.url", " lead.txt", "X.txt"];
    const sent = await putSmall(PREFIX, [...names, "x.txt", `${"가".repeat(84)}.txt`]);
    await openDownloads(page, PREFIX, pickFolderOnDisk);
    await downloadAll(page);
    await done(page, 9);
    const here = await folderDigests(page);
    expect(Object.values(here).sort()).toEqual(Object.values(sent).sort());
    for (const [name, digest] of Object.entries(sent)) {
      const local = Object.keys(here).find((path) => here[path] === digest);
      if (local === name) continue;
      await expectNoted(page, `\u2068${name}\u2069 → \u2068${local}\u2069 이름으로 저장`);
    }
  });
});

/** Looks through all rows: those out of sight do not exist. */
async function expectNoted(page: Page, note: string): Promise<void> {
  await page.getByRole("group", { name: "전송 목록" }).focus();
  await page.keyboard.press("Home");
  await expect(async () => {
    await page.keyboard.press("ArrowDown");
    await expect(dock(page).getByText(note)).toBeVisible({ timeout: 200 });
  }).toPass({ timeout: 15_000 });
}

test.describe("where the name is taken", () => {
  const old = sha256("old");
  let sent: Record<string, string>;

  test.beforeEach(async ({ page }) => {
    sent = await putSmall(PREFIX, ["a.txt", "b.txt", "c.txt", "free.txt"]);
    await openDownloads(page, PREFIX);
    for (const name of ["a.txt", "b.txt", "c.txt"]) await writeThere(page, name, "old");
    await downloadAll(page);
    await expect(question(page)).toBeVisible();
  });

  const question = (page: Page) =>
    page.getByRole("alertdialog", { name: "받는 폴더에 같은 이름이 이미 있어요" });

  async function answer(page: Page, file: string, choice: string): Promise<void> {
    await expect(question(page).getByTitle(file)).toBeVisible();
    await question(page).getByRole("button", { name: choice, exact: true }).click();
  }

  test("each is asked about: one replaced, one kept beside, one skipped", async ({ page }) => {
    expect(await folderDigests(page)).toMatchObject({ "a.txt": old, "b.txt": old, "c.txt": old });
    await answer(page, "a.txt", "바꾸기");
    await answer(page, "b.txt", "둘 다 두기");
    await answer(page, "c.txt", "건너뛰기");
    await expect(question(page)).toBeHidden();
    await done(page, 3);
    await expect(transfer(page, "c.txt").getByText("건너뜀")).toBeVisible();
    expect(await folderDigests(page)).toEqual({
      "a.txt": sent["a.txt"],
      "b (1).txt": sent["b.txt"],
      "b.txt": old,
      "c.txt": old,
      "free.txt": sent["free.txt"],
    });
  });

  test("one answer may be for all", async ({ page }) => {
    await question(page).getByText("함께 받는 나머지 파일에도 적용").click();
    await question(page).getByRole("button", { name: "둘 다 두기" }).click();
    await done(page, 4);
    const both = ["a", "b", "c"].flatMap((name) => [
      [`${name}.txt`, old],
      [`${name} (1).txt`, sent[`${name}.txt`]],
    ]);
    const free = { "free.txt": sent["free.txt"] };
    expect(await folderDigests(page)).toEqual({ ...Object.fromEntries(both), ...free });
  });
});

test("a double press begins once, and a second download asks before it takes the place", async ({
  page,
}) => {
  await put(BUCKET, `${PREFIX}once.txt`, "once");
  await openDownloads(page, PREFIX);
  await page.getByRole("checkbox", { name: "once.txt" }).click();
  await page.getByRole("button", { name: "다운로드", exact: true }).dblclick();
  await done(page, 1);
  await expect(dock(page).getByRole("listitem")).toHaveCount(1);
  await page.getByRole("checkbox", { name: "once.txt" }).click();
  await download(page, "once.txt");
  await page.getByRole("alertdialog").getByRole("button", { name: "둘 다 두기" }).click();
  await done(page, 2);
  expect(Object.keys(await folderDigests(page))).toEqual(["once (1).txt", "once.txt"]);
});
