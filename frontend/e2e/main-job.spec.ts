import { expect } from "@playwright/test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { choose, open, register } from "./support/app";
import { freshPrefix, objects, subscribe, unfinished } from "./support/aws";
import { bigFile, digests, smallFiles } from "./support/files";
import { download } from "./support/rclone";
import { test } from "./support/test";

const BUCKET = "demo-reports";
const PREFIX = "e2e/main-job/";

let work: string;
test.beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "s3loader-"));
});
test.afterAll(() => rm(work, { recursive: true }));

test("300 MB and 200 odd small files arrive whole, and each is announced exactly once", async ({
  page,
}) => {
  test.setTimeout(300_000);
  await freshPrefix(BUCKET, PREFIX);
  const queue = await subscribe("e2e-main-job");
  const small = await smallFiles(join(work, "sent"), 200);
  const big = await bigFile(join(work, "sent", "영상 300 MB.bin"), 300_000_000);

  await register(page, "demo-full");
  await open(page, BUCKET, PREFIX);
  await choose(page, [big, ...small]);

  const dock = page.getByRole("region", { name: "전송" });
  await expect(dock.getByText("201 완료")).toBeVisible({ timeout: 240_000 });
  await expect(page.getByRole("row", { name: /영상 300 MB\.bin/ })).toBeVisible();

  download(BUCKET, PREFIX, join(work, "received"));
  expect(await digests(join(work, "received"))).toEqual(await digests(join(work, "sent")));
  expect(await unfinished(BUCKET)).toEqual([]);

  const announced = (await queue.drain()).filter(({ type }) => type === "upload.completed");
  const expected = [big, ...small].map((path) => PREFIX + basename(path));
  expect(announced.map(({ key }) => key).sort()).toEqual(expected.sort());
});

test("the bar of a large file climbs to 100 % and the bytes go past the API", async ({ page }) => {
  await freshPrefix(BUCKET, "e2e/progress/");
  const file = await bigFile(join(work, "climb.bin"), 150_000_000);
  await register(page, "demo-full");
  await open(page, BUCKET, "e2e/progress/");
  const carried: number[] = [];
  page.on("request", (request) => {
    const bytes = request.postDataBuffer()?.length ?? 0;
    if (new URL(request.url()).pathname.startsWith("/api/")) carried.push(bytes);
  });
  await choose(page, file);

  const bar = page.getByRole("progressbar", { name: /climb\.bin/ });
  await expect(bar).toBeVisible();
  const seen: number[] = [];
  await expect(async () => {
    seen.push(Number(await bar.getAttribute("aria-valuenow")));
    expect(seen.at(-1)).toBe(100);
  }).toPass({ intervals: [50], timeout: 60_000 });
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(seen.filter((value) => value > 0 && value < 100).length).toBeGreaterThan(1);
  expect(Math.max(...carried)).toBeLessThan(20_000);
  await expect
    .poll(async () => (await objects(BUCKET, "e2e/progress/")).get("e2e/progress/climb.bin"))
    .toBe(150_000_000);
});
