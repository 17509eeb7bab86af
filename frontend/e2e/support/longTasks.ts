/** How long a page was deaf to its person. */
import { expect, type Page } from "@playwright/test";
import { test } from "./test";

type Watched = Window & { longTasks: number[] };

/** Notes every task over 50 ms of the pages that this one opens from now on. */
export async function watchLongTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: "longtask", buffered: true });
  });
}

/** No task of the open page took a second; the report has the longest. */
export async function expectNoFreeze(page: Page): Promise<void> {
  const longest = await page.evaluate(() =>
    Math.max(0, ...(window as unknown as Watched).longTasks),
  );
  expect(longest, "ms of the longest task").toBeLessThan(1000);
  test.info().annotations.push({ type: "longest task", description: `${longest} ms` });
}
