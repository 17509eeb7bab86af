// Tasks of the page's main thread that took over 50 ms, as the browser counts them.
/** Counts from now on; `stop` tells how many there were and the longest in ms. */
export async function watchLongTasks(page) {
  await page.evaluate(() => {
    globalThis.longTasks = [];
    const observer = new globalThis.PerformanceObserver((list) => {
      globalThis.longTasks.push(...list.getEntries().map(({ duration }) => duration));
    });
    observer.observe({ type: "longtask" });
  });
  const stop = async () => {
    const tasks = await page.evaluate(() => globalThis.longTasks);
    return { longTasks: tasks.length, longestTask: Math.max(0, ...tasks) };
  };
  return { stop };
}
