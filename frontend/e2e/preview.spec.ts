import { expect, type Page } from "@playwright/test";
import { choose, open, register, textFiles } from "./support/app";
import { freshPrefix } from "./support/aws";
import { pdf, png, wav } from "./support/media";
import { putAs } from "./support/objects";
import { test } from "./support/test";

const BUCKET = "demo-reports";
const PREFIX = "e2e/preview/";
const MARK = "window.__canary = 1";
const IMG = `<img src=x onerror="${MARK}">`;
const SCRIPT = `<script>${MARK}</script>`;
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="${MARK}"><script>${MARK}</script></svg>`;

/** Objects that would run something if anything of theirs became markup or kept its own type. */
const HOSTILE: readonly (readonly [name: string, body: string, contentType: string])[] = [
  [`${IMG}.txt`, IMG + SCRIPT, "text/plain"],
  [`${SCRIPT.replace("/", "")}.html`, SCRIPT, "text/html"],
  ["page.html", `<!doctype html>${SCRIPT}${IMG}`, "text/html"],
  ["wrong.png", `<!doctype html>${SCRIPT}`, "text/html"],
  ["notes.txt", SCRIPT + IMG, "text/html"],
  ["no-ending", SCRIPT + IMG, "text/html"],
  ["drawing.svg", SVG, "image/svg+xml"],
  ["drawing.png", SVG, "image/svg+xml"],
  [`javascript:${MARK}`, SCRIPT, "text/html"],
  ["formula.csv", `a,b\n=cmd|' /C calc'!A1,"${IMG.replaceAll('"', '""')}"\n`, "text/csv"],
  ["data.json", JSON.stringify({ a: `</script>${SCRIPT}${IMG}` }), "application/json"],
  ["feed.xml", `<x xmlns="http://www.w3.org/1999/xhtml">${SCRIPT}</x>`, "application/xhtml+xml"],
];

const panel = (page: Page) => page.getByRole("complementary", { name: "파일 정보" });
const content = (page: Page) => panel(page).getByRole("group", { name: "파일 내용" });

const addressOf = (name: string) =>
  `/b/${BUCKET}?prefix=${encodeURIComponent(PREFIX)}&object=${encodeURIComponent(PREFIX + name)}`;

/** What has set the canary, on whichever page: what should not run may do so late. */
let ran: string[];

async function watchCanary(page: Page): Promise<void> {
  ran = [];
  await page.exposeFunction("canaryRan", (address: string) => ran.push(address));
  await page.addInitScript(() => {
    Object.defineProperty(window, "__canary", {
      set: () => {
        (window as unknown as { canaryRan: (at: string) => void }).canaryRan(location.href);
      },
    });
  });
}

/** Opens an object's panel and returns the presigned address that its preview got. */
async function preview(page: Page, name: string): Promise<string> {
  const answer = page.waitForResponse((response) =>
    response.url().endsWith("/api/objects/preview"),
  );
  await page.goto(addressOf(name));
  const { url } = (await (await answer).json()) as { url: string };
  return url;
}

test.use({ viewport: { width: 1440, height: 900 } });

test.beforeEach(async ({ page }) => {
  await freshPrefix(BUCKET, PREFIX);
  await watchCanary(page);
  await register(page, "demo-full");
});

test("no key and no content runs anything: list, panel, dock and delete dialog", async ({
  page,
}) => {
  test.setTimeout(120_000);
  for (const [name, body, type] of HOSTILE) await putAs(BUCKET, PREFIX + name, body, type);
  await open(page, BUCKET, PREFIX);
  await expect(page.getByText(`모두 ${HOSTILE.length}개`)).toBeVisible();
  await choose(page, textFiles(`${IMG}up.txt`, `${SCRIPT.replace("/", "")}up.txt`));
  await expect(page.getByRole("region", { name: "전송" }).getByText("2 완료")).toBeVisible();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await expect(page.getByRole("alertdialog").getByRole("textbox")).toBeFocused();
  await page.waitForLoadState("networkidle");
  expect(ran).toEqual([]);
  for (const [name] of HOSTILE) {
    await preview(page, name);
    await expect(panel(page).locator("pre, table, img, section p").first()).toBeVisible();
    await page.waitForLoadState("networkidle"); // a picture that should not be there fails late
    expect(ran, name).toEqual([]);
    await expect(panel(page).locator("script, iframe, object, embed, a, svg svg")).toHaveCount(0);
  }
});

test("the addresses of previews answer as attachments of a type that runs nothing", async ({
  page,
}) => {
  test.setTimeout(120_000);
  for (const [name, body, type] of HOSTILE) await putAs(BUCKET, PREFIX + name, body, type);
  for (const [name] of HOSTILE) {
    const url = await preview(page, name);
    const { headers } = await page.request
      .get(url)
      .then((answer) => ({ headers: answer.headers() }));
    expect(headers["content-disposition"], name).toMatch(/^attachment/);
    expect(headers["content-type"], name).toMatch(
      /^(text\/plain; ?charset=utf-8|application\/octet-stream|image\/png)$/i,
    );
    const download = page.waitForEvent("download");
    await page.goto(url).catch(() => undefined); // a navigation that becomes a download is aborted
    await (await download).cancel();
    expect(new URL(page.url()).searchParams.get("object"), name).toBe(PREFIX + name);
    expect(ran, name).toEqual([]);
  }
});

test("a picture, a text, a table, JSON, a PDF and sound each show as what they are", async ({
  page,
}) => {
  await putAs(BUCKET, `${PREFIX}그림.png`, png(), "image/png");
  await putAs(BUCKET, `${PREFIX}broken.png`, "no picture", "image/png");
  await putAs(BUCKET, `${PREFIX}글.txt`, new Uint8Array([0xc7, 0xd1, 0xb1, 0xdb]), "text/plain");
  await putAs(BUCKET, `${PREFIX}표.csv`, "\ufeff이름,값\r\n서울,1\r\n", "text/csv");
  await putAs(BUCKET, `${PREFIX}data.json`, '{"n":[1,2]}', "application/json");
  await putAs(BUCKET, `${PREFIX}two.pdf`, pdf("First page", "Second page"), "application/pdf");
  await putAs(BUCKET, `${PREFIX}tone.wav`, wav(), "audio/wav");
  await putAs(BUCKET, `${PREFIX}film.mp4`, "no film", "video/mp4");

  await preview(page, "그림.png");
  const image = panel(page).getByRole("img", { name: /그림\.png/ });
  await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(2);

  await preview(page, "broken.png");
  await expect(panel(page).getByText(/그림을 열 수 없어요/)).toBeVisible();

  await preview(page, "글.txt");
  await panel(page).getByRole("button", { name: "EUC-KR로 보기" }).click();
  await expect(content(page)).toHaveText("한글");

  await preview(page, "표.csv");
  await expect(panel(page).getByRole("columnheader", { name: "이름" })).toBeVisible();
  await expect(panel(page).getByRole("cell", { name: "서울" })).toBeVisible();

  await preview(page, "data.json");
  await expect(content(page)).toHaveText(/^\{\s+"n": \[\s+1,\s+2\s+\]\s+\}$/);

  await preview(page, "two.pdf");
  await expect(panel(page).getByText("2쪽 중 1쪽")).toBeVisible();
  const drawn = async (name: RegExp) => {
    const canvas = panel(page).getByRole("img", { name });
    await expect.poll(() => canvas.evaluate(darkPixels)).toBeGreaterThan(100);
  };
  await drawn(/two\.pdf 1쪽/);
  await panel(page).getByRole("button", { name: "다음 쪽" }).click();
  await drawn(/two\.pdf 2쪽/);
  await expect(panel(page).getByText("2쪽 중 2쪽")).toBeVisible();

  await preview(page, "tone.wav");
  const sound = panel(page).getByLabel(/tone\.wav 재생/);
  await expect
    .poll(() => sound.evaluate((one: HTMLAudioElement) => one.duration))
    .toBeCloseTo(1, 1);

  await preview(page, "film.mp4");
  await expect(panel(page).getByText(/재생할 수 없는 형식/)).toBeVisible();
});

/** Runs in the page: how many pixels of a canvas are not white. */
function darkPixels(element: HTMLElement | SVGElement): number {
  const canvas = element as HTMLCanvasElement;
  if (canvas.width === 0) return 0;
  const data = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) {
    if ((data[at] ?? 255) < 128 && (data[at + 3] ?? 0) > 0) dark += 1;
  }
  return dark;
}

test("of a large text 256 KiB are fetched, and only once a person asks", async ({ page }) => {
  await putAs(BUCKET, `${PREFIX}large.log`, "0123456789abcde\n".repeat(1_500_000), "text/plain");
  const fetched: (string | undefined)[] = [];
  page.on("response", (response) => {
    if (response.url().includes("large.log?")) fetched.push(response.headers()["content-range"]);
  });
  await page.goto(addressOf("large.log"));
  const load = panel(page).getByRole("button", { name: "미리보기 불러오기" });
  await expect(load).toBeVisible();
  expect(fetched).toEqual([]);
  await load.click();
  await expect(panel(page).getByText("전체 24.0 MB 중 처음 256 KiB만 보여요.")).toBeVisible();
  expect(fetched).toEqual(["bytes 0-262143/24000000"]);
});

test("a bucket without CORS rules says why there is nothing to see, and leads to the doctor", async ({
  page,
}) => {
  await putAs("demo-no-cors", `${PREFIX}a.txt`, "text", "text/plain");
  await page.goto(
    `/b/demo-no-cors?prefix=${encodeURIComponent(PREFIX)}&object=${encodeURIComponent(`${PREFIX}a.txt`)}`,
  );
  await expect(panel(page).getByRole("alert")).toContainText("버킷 demo-no-cors의 CORS 설정");
  await panel(page).getByRole("link", { name: "CORS 진단하기" }).click();
  await expect(page).toHaveURL(/\/b\/demo-no-cors\/cors/);
});
