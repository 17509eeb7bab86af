import { expect } from "@playwright/test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { choose, open, register } from "./support/app";
import { freshPrefix, head, unfinished } from "./support/aws";
import { bigFile, sha256 } from "./support/files";
import { objectDigest } from "./support/objects";
import { test } from "./support/test";

const BUCKET = "demo-reports";
const PREFIX = "e2e/boundaries/";

let work: string;
test.beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "s3loader-"));
});
test.afterAll(() => rm(work, { recursive: true }));

// S3 ends the ETag of an object made of parts with their number.
const cases = [
  { title: "exactly 100 MB goes by one PUT", size: 100_000_000, etag: /^"[0-9a-f]{32}"$/ },
  {
    title: "one byte more than 100 MB goes by parts",
    size: 100_000_001,
    etag: /^"[0-9a-f]{32}-12"$/,
  },
];

for (const { title, size, etag } of cases) {
  test(`a file of ${title}, and is verified`, async ({ page }) => {
    test.setTimeout(120_000);
    await freshPrefix(BUCKET, PREFIX);
    const file = await bigFile(join(work, "size.bin"), size);
    await register(page, "demo-full");
    await open(page, BUCKET, PREFIX);
    await choose(page, file);
    const dock = page.getByRole("region", { name: "전송" });
    await expect(dock.getByText("1 완료")).toBeVisible({ timeout: 60_000 });
    await expect(dock.getByText(/^검증됨/).filter({ visible: true })).toBeVisible();
    expect(await objectDigest(BUCKET, `${PREFIX}size.bin`)).toBe(await sha256(file));
    expect((await head(BUCKET, `${PREFIX}size.bin`)).ETag).toMatch(etag);
    expect(await unfinished(BUCKET)).toEqual([]);
  });
}
