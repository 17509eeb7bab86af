import { choose } from "../support/app";
import { badWeather, mayEndAFile, troubleApi } from "./support/badWeather";
import { chance } from "./support/chance";
import { content, onDisk, sha256, THRESHOLD, type Content } from "./support/content";
import { expect, row, test } from "./support/matrix";
import type { Person } from "./support/person";

const SMALL = 170;
const LARGE = 30;
/** Another day: SEED=7 npx playwright test -c playwright.faults.config.ts soak */
const seed = Number(process.env["SEED"] ?? 1);

row(
  `${SMALL + LARGE} uploads, and what can go wrong with S3 and the API at random (by a seed)`,
  {
    sees: "each upload is done, or has failed and says so",
    asserts:
      "what is done is the file; what has failed was damaged or its URL refused; no part is left",
  },
  async ({ page, s3, person, place }) => {
    test.setTimeout(200_000);
    console.log(`SEED=${seed}`);
    const files = someFiles(chance(seed));
    const paths = await Promise.all(files.map(onDisk));
    await troubleApi(page, chance(seed + 1));
    await s3.perform({ rules: badWeather, seed });
    await choose(page, paths);
    await expect
      .poll(() => ended(person), { timeout: 150_000, intervals: [1_000] })
      .toBe(files.length);
    const failed = await failedNames(person);
    for (const file of files.filter(({ name }) => !failed.has(name))) {
      expect(await place.sha256(file.name), file.name).toBe(sha256(file));
    }
    const faults = (await s3.seen()).filter(({ rule }) => rule !== null);
    expect(faults.length).toBeGreaterThan(50);
    const excused = faults.filter(({ rule }) => mayEndAFile(badWeather[rule ?? -1]));
    const excusedNames = new Set(excused.map(({ key }) => key.slice(place.prefix.length)));
    expect([...failed].filter((name) => !excusedNames.has(name))).toEqual([]);
    const left = Object.values(await place.keptParts()).flat();
    expect(left).toEqual([]);
  },
);

/** Small ones of 0 to 300 kB, large ones of 1 to 4 MB. */
function someFiles(draw: () => number): readonly Content[] {
  const small = (index: number) => content(`small ${index}.bin`, Math.floor(draw() * 300_000));
  const large = (index: number) =>
    content(`large ${index}.bin`, THRESHOLD + 1 + Math.floor(draw() * 3_000_000));
  return [...numbers(LARGE).map(large), ...numbers(SMALL).map(small)];
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** How many uploads are done or have failed. */
async function ended({ dock }: Person): Promise<number> {
  const counts = await dock.getByText(/^\d+ (완료|실패)$/).allInnerTexts();
  return counts.map((text) => Number.parseInt(text)).reduce((sum, count) => sum + count, 0);
}

/** Once all have ended: what the dock says has failed. */
async function failedNames(person: Person): Promise<ReadonlySet<string>> {
  const failures = person.dock.getByText(/^\d+ 실패$/);
  const count = (await failures.isVisible()) ? Number.parseInt(await failures.innerText()) : 0;
  await person.presses("완료된 항목 지우기");
  const rows = person.dock.getByRole("listitem");
  await expect(rows).toHaveCount(count);
  const titled = await rows.locator("bdi[title]").all();
  const names = await Promise.all(titled.map((name) => name.getAttribute("title")));
  return new Set(names.map((name) => name ?? ""));
}
