import type { Page } from "@playwright/test";
import type { components } from "../../src/api/schema.gen";

type Activity = components["schemas"]["Activity"];
type Config = components["schemas"]["Config"];
export type DayCounts = components["schemas"]["DayCounts"];

/** The day that it is for the statistics of these tests. */
export const TODAY = "2026-11-23";

/** The page's clock stands at noon of that day in Seoul, and the server says that it keeps statistics. */
export async function keepStatistics(page: Page, store: Config["statistics"]["store"] = "file") {
  await page.clock.setFixedTime(new Date(`${TODAY}T12:00:00+09:00`));
  await page.route("**/api/config", async (route) => {
    const response = await route.fetch();
    const config = (await response.json()) as Config;
    await route.fulfill({
      response,
      json: { ...config, statistics: { store, timeZone: "Asia/Seoul" } },
    });
  });
}

/** The API answers with those of these counts that are asked for. */
export async function answerActivity(page: Page, counts: readonly DayCounts[]): Promise<void> {
  await page.route(/\/api\/activity\?/, async (route) => {
    const asked = new URL(route.request().url()).searchParams;
    const [first, last] = [asked.get("first") ?? "", asked.get("last") ?? ""];
    const json: Activity = {
      store: "file",
      timeZone: "Asia/Seoul",
      today: TODAY,
      first,
      last,
      counts: counts.filter(({ day }) => first <= day && day <= last),
    };
    await route.fulfill({ json });
  });
}

/** Some work on most days up to today, always the same: more on weekdays, failures on a few. */
export function someDays(days: number, buckets: readonly string[]): DayCounts[] {
  return Array.from({ length: days }, (_, ago) => dayBefore(ago)).flatMap((day, ago) =>
    buckets.flatMap((bucket, at) => {
      const chance = (ago * 37 + at * 61 + ((ago * ago) % 89)) % 100;
      const isWeekend = [0, 6].includes(new Date(day).getUTCDay());
      return chance < (isWeekend ? 85 : 25) ? [] : [countsOf(day, bucket, chance, at)];
    }),
  );
}

function dayBefore(ago: number): string {
  return new Date(Date.parse(TODAY) - ago * 86_400_000).toISOString().slice(0, 10);
}

function countsOf(day: string, bucket: string, chance: number, at: number): DayCounts {
  const uploads = Math.floor((chance * 7) / (at + 1)) % 240;
  const downloads = Math.floor(chance / 3) % 17;
  return {
    day,
    bucket,
    bucketOpened: 1 + (chance % 5),
    uploads,
    uploadedBytes: uploads * 3_417_203,
    failedUploads: chance % 31 === 0 ? 2 : 0,
    downloads,
    downloadedBytes: downloads * 18_204_117,
    deletions: chance > 80 ? chance - 80 : 0,
  };
}
